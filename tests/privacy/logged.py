"""What is logged during a walk."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.logs import set_up_logs


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """What a process would write into its log, from DEBUG on."""
    root, log = logging.root, io.StringIO()
    levels = {name: logging.getLogger(name).level for name in root.manager.loggerDict}
    level, handlers = root.level, root.handlers[:]
    root.handlers = []
    set_up_logs(logging.DEBUG)
    [handler] = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(log)
    yield log
    root.handlers, root.level = handlers, level
    for name in root.manager.loggerDict:
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))
