"""All that people can see, built once."""

from tests.views.sample_messages import all_messages
from tests.views.sample_views import all_views
from views.wording import Wording

WORDING = Wording()
MESSAGES = dict(all_messages(WORDING))
VIEWS = dict(all_views(WORDING))
BLOCKS = {
    **{name: message.blocks for name, message in MESSAGES.items()},
    **{name: view["blocks"] for name, view in VIEWS.items()},
}
