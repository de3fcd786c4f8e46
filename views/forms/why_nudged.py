"""Why somebody sees a nudge: the rule behind it, how many there are, and where to have fewer."""

from collections.abc import Sequence

from mentoring.nudge_contents import WhyNudged
from views.blocks import View, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import FormId
from views.markup import Markup
from views.wording import Wording


def why_form(whys: Sequence[WhyNudged], wording: Wording) -> View:
    """A modal to read: each rule that a message comes from, and what holds for all."""
    return modal(
        Context(FormId.MESSAGE),
        wording.say("nudge-why-title"),
        [
            *[section(_rule(each, wording)) for each in whys],
            section(wording.markup("nudge-why-budget")),
            section(wording.markup("nudge-why-settings")),
        ],
        close=wording.say("form-close"),
    )


def _rule(why: WhyNudged, wording: Wording) -> Markup:
    facts = {"partner": why.partner.name, "rhythm": wording.say("rhythm-in-a-sentence", days=why.rhythm_days)}
    return wording.markup(f"nudge-rule-{why.kind.value.replace(' ', '-')}", **facts)
