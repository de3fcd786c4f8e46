"""The one error policy: what a person is told when a listener refuses or fails."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from uuid import uuid4

from handlers.call import Answers, Call, CallKind
from mentoring.refusals import Refusal, Refusals

log = logging.getLogger(__name__)

Listener = Callable[[Call], Awaitable[None]]


async def answer_errors(call: Call, listener: Listener, answers: Answers) -> str:
    """Let a listener answer a call, and answer in its place when it refuses or fails.

    Never raises, except when it is cancelled.

    Returns:
        What came of it, for the log: `done`, `refused (reasons)` or `trouble (id)`.
    """
    try:
        await listener(call)
    except Refusal as refusal:
        return await _say("refused", refusal, call, _tell_refusals(call, (refusal,), answers))
    except Refusals as refused:
        return await _say("refused", refused, call, _tell_refusals(call, refused.refusals, answers))
    except Exception:
        trouble_id = uuid4().hex[:8]
        log.exception("trouble %s: %s %s by %s", trouble_id, call.kind, call.name, call.actor.user)
        return await _say("trouble", trouble_id, call, _tell(call, answers.trouble(trouble_id)))
    return "done"


async def keep_open(call: Call, text: str) -> bool:
    """Answer a submission with a sentence beneath its first field, so that what was typed stays.

    Returns:
        Whether there was a field to say it at.
    """
    fields = _fields(call)
    if not fields:
        return False
    await call.mark_fields({fields[0]: text})
    return True


async def _say(outcome: str, detail: object, call: Call, saying: Awaitable[None]) -> str:
    try:
        await saying
    except Exception:
        log.exception("could not say so: %s %s by %s", call.kind, call.name, call.actor.user)
    return f"{outcome} ({detail})"


async def _tell(call: Call, text: str) -> None:
    if call.kind is CallKind.SUBMISSION and not call.acknowledged and await keep_open(call, text):
        return
    await call.say_privately(text)


async def _tell_refusals(call: Call, refusals: Sequence[Refusal], answers: Answers) -> None:
    fields = _fields(call)
    if call.kind is not CallKind.SUBMISSION or call.acknowledged or not fields:
        await call.say_privately("\n".join(answers.refusal(refusal) for refusal in refusals))
        return
    sentences: dict[str, str] = {}
    for refusal in refusals:
        field = refusal.field if refusal.field in fields else fields[0]
        sentences[field] = f"{sentences.get(field, '')} {answers.refusal(refusal)}".strip()
    await call.mark_fields(sentences)


def _fields(call: Call) -> list[str]:
    return [block["block_id"] for block in call.view.get("blocks", ()) if block.get("type") == "input"]
