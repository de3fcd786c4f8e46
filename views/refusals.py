"""What is said when something cannot be done."""

from mentoring.refusals import Reason, Refusal
from views.wording import Wording


def sentence(refusal: Refusal, wording: Wording, *, in_form: bool = False) -> str:
    """One or two sentences: why not, what was kept, what to do. In a form that stays open, what was entered is kept."""
    if in_form and refusal.reason is Reason.ALREADY_ENDED:
        return wording.say("refusal-already-ended.form")
    if refusal.reason is Reason.NOT_ORGANISER and not refusal.facts.get("names"):
        return wording.say("refusal-no-organiser")
    return wording.say(f"refusal-{refusal.reason.value}", **refusal.facts)
