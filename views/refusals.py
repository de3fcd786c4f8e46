"""What is said when something cannot be done."""

from mentoring.refusals import Reason, Refusal
from views.wording import Wording


def sentence(refusal: Refusal, wording: Wording) -> str:
    """One or two sentences: why not, what was kept, what to do."""
    if refusal.reason is Reason.NOT_ORGANISER and not refusal.facts.get("names"):
        return wording.say("refusal-no-organiser")
    return wording.say(f"refusal-{refusal.reason.value}", **refusal.facts)
