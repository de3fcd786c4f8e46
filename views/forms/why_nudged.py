"""Why somebody sees a nudge: the rule behind it, how many there are, and where to have fewer."""

from mentoring.nudge_contents import WhyNudged
from views.blocks import View, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording


def why_form(why: WhyNudged, wording: Wording) -> View:
    """A modal to read."""
    rhythm = wording.say("rhythm-in-a-sentence", days=why.rhythm_days)
    facts = {"partner": why.partner.name, "rhythm": rhythm}
    return modal(
        Context(FormId.MESSAGE),
        wording.say("nudge-why-title"),
        [
            section(wording.markup(f"nudge-rule-{why.kind.value.replace(' ', '-')}", **facts)),
            section(wording.markup("nudge-why-budget")),
            section(wording.markup("nudge-why-settings")),
        ],
        close=wording.say("form-close"),
    )
