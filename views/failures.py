"""What is said when something unexpected goes wrong."""

from views.wording import Wording


def failure(failure_id: str, wording: Wording) -> str:
    """What went wrong, what was kept and what to do, with the id that the log has too."""
    return wording.say("failure", id=failure_id)


def failure_in_a_form(failure_id: str, wording: Wording) -> str:
    """The same at a form's field: the form stays open, and with it what was typed."""
    return wording.say("failure.form", id=failure_id)


def still_saving(wording: Wording) -> str:
    """At a form's field: that saving takes longer than usual, and that submitting again saves nothing twice."""
    return wording.say("failure.saving")
