"""Who may see a win."""

from collections.abc import Sequence

from mentoring.wins import Audience
from views.blocks import Block
from views.forms.fields import Choice, radio_field
from views.wording import Wording


def all_audiences(*, channel_is_set: bool) -> tuple[Audience, ...]:
    """Everyone who may see a new win; the channel only while there is one."""
    return (Audience.ME, Audience.PARTNER, *([Audience.CHANNEL] if channel_is_set else []))


def audience_field(
    name: str,
    partner: str,
    wording: Wording,
    *,
    pair_id: str,
    offered: Sequence[Audience],
    chosen: Audience = Audience.PARTNER,
) -> Block:
    """A choice of audience."""
    choices = [
        Choice(each.value, wording.say("form-audience-choice", audience=each.value, partner=partner))
        for each in offered
    ]
    words = wording.field("form-audience", channel="open" if Audience.CHANNEL in offered else "none")
    return radio_field(name, words, choices, chosen.value, block_id=f"{name}:{pair_id}")
