"""The one error policy: what a person is told when a listener refuses or fails."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from uuid import uuid4

from handlers.call import Call, CallKind
from mentoring.refusals import Refusal, Refusals
from views.failures import failure, failure_in_a_form
from views.refusals import sentence
from views.wording import Wording

log = logging.getLogger(__name__)

Listener = Callable[[Call], Awaitable[None]]


async def answer_errors(call: Call, listener: Listener, wording: Wording) -> str:
    """Let a listener answer a call, and answer in its place when it refuses or fails.

    Never raises, except when it is cancelled.

    Returns:
        What came of it, for the log: `done`, `refused (reasons)` or `failed (id)`.
    """
    try:
        await listener(call)
    except Refusal as refusal:
        return await _say("refused", refusal, call, _tell_refusals(call, (refusal,), wording))
    except Refusals as refused:
        return await _say("refused", refused, call, _tell_refusals(call, refused.refusals, wording))
    except Exception:
        failure_id = uuid4().hex[:8]
        log.exception("failure %s: %s %s by %s", failure_id, call.kind, call.name, call.actor.user)
        return await _say("failed", failure_id, call, _tell_failure(call, failure_id, wording))
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


async def _tell_failure(call: Call, failure_id: str, wording: Wording) -> None:
    in_form = call.kind is CallKind.SUBMISSION and not call.acknowledged
    if not (in_form and await keep_open(call, failure_in_a_form(failure_id, wording))):
        await call.say_privately(failure(failure_id, wording))


async def _tell_refusals(call: Call, refusals: Sequence[Refusal], wording: Wording) -> None:
    fields = _fields(call)
    if call.kind is not CallKind.SUBMISSION or call.acknowledged or not fields:
        await call.say_privately("\n".join(sentence(refusal, wording) for refusal in refusals))
        return
    sentences: dict[str, str] = {}
    for refusal in refusals:
        # A field whose choices follow from another choice has that in its block id, behind a colon.
        field = next((one for one in fields if one.partition(":")[0] == refusal.field), fields[0])
        sentences[field] = f"{sentences.get(field, '')} {sentence(refusal, wording, in_form=True)}".strip()
    await call.mark_fields(sentences)


def _fields(call: Call) -> list[str]:
    return [block["block_id"] for block in call.view.get("blocks", ()) if block.get("type") == "input"]
