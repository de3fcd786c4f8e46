"""Which pair a form is about."""

from collections.abc import Sequence

from mentoring.pairs import PairChoice
from views.blocks import Block
from views.forms.answers import Answers
from views.forms.fields import Choice, select_field
from views.ids import ActionId
from views.wording import Wording


def pair_fields(pairs: Sequence[PairChoice], chosen: PairChoice | None, wording: Wording) -> list[Block]:
    """A choice of pair, told at once since other fields follow from it; nothing where there is only one."""
    if len(pairs) < 2:
        return []
    choices = [
        Choice(pair.id, wording.say("form-pair-choice", partner=pair.partner.name, role=pair.role.value))
        for pair in pairs
    ]
    field = select_field(
        "pair_id",
        wording.field("form-pair"),
        choices,
        chosen.id if chosen else None,
        required=True,
        at_once=ActionId.CHANGE_PAIR,
    )
    return [field]


def parse_pair(answers: Answers, otherwise: str | None) -> str | None:
    """The id of the pair chosen, or of the only one."""
    return answers.choice(ActionId.CHANGE_PAIR) or otherwise
