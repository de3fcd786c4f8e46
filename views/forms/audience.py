"""Who may see a win."""

from mentoring.wins import Audience
from views.blocks import Block
from views.forms.fields import Choice, radio_field
from views.wording import Wording


def audience_field(name: str, partner: str, wording: Wording, *, pair_id: str, channel_is_set: bool) -> Block:
    """A choice of audience; the channel only while there is one."""
    offered = [Audience.ME, Audience.PARTNER] + [Audience.CHANNEL] * channel_is_set
    choices = [
        Choice(each.value, wording.say("form-audience-choice", audience=each.value, partner=partner))
        for each in offered
    ]
    words = wording.field("form-audience", channel="open" if channel_is_set else "none")
    return radio_field(name, words, choices, Audience.PARTNER.value, block_id=f"{name}:{pair_id}")
