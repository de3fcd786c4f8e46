"""How often a pair is to meet: a usual rhythm, or a number of days of its own."""

from typing import Literal

from mentoring.pairs import EVERY_TWO_WEEKS, MAX_RHYTHM_DAYS, MONTHLY, WEEKLY
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View
from views.forms.answers import Answers
from views.forms.fields import Choice, number_field, select_field
from views.wording import Wording

USUAL = (WEEKLY, EVERY_TWO_WEEKS, MONTHLY)


def rhythm_fields(
    days: int,
    wording: Wording,
    *,
    whose: Literal["pair", "programme", "own"],
    partner: str = "",
    picked: int | None = None,
) -> list[Block]:
    """A choice of the usual rhythms and of one that is chosen at first, and a field for any other number of days.

    Args:
        days: The rhythm chosen at first.
        wording: The words.
        whose: A new pair's, all new pairs' of a programme, or that of whoever fills the form in.
        partner: The name of their partner in it.
        picked: What was chosen in the form that is drawn again: a choice is kept only if it is still offered.
    """
    offered = sorted({*USUAL, days} if picked is None else {*USUAL, days, picked})
    choices = [Choice(str(each), wording.say("rhythm", days=each)) for each in offered]
    return [
        select_field(
            "rhythm",
            wording.field("form-rhythm", whose=whose, partner=partner),
            choices,
            str(picked or days),
            required=True,
        ),
        number_field("rhythm_days", wording.field("form-rhythm-days"), initial=None, least=1, most=MAX_RHYTHM_DAYS),
    ]


def picked_rhythm(view: View) -> int | None:
    """The rhythm chosen among those offered, in days, whether or not a number of days counts more."""
    chosen = Answers(view).choice("rhythm") or ""
    return int(chosen) if chosen.isdecimal() else None


def parse_rhythm(answers: Answers) -> int:
    """The rhythm entered, in days; a number of days counts more than a usual rhythm.

    Raises:
        Refusal: `BAD_RHYTHM`, if there is none.
    """
    days = answers.number("rhythm_days", Reason.BAD_RHYTHM)
    chosen = answers.choice("rhythm") or ""
    if days is None and chosen.isdecimal():
        days = int(chosen)
    if days is None:
        raise Refusal(Reason.BAD_RHYTHM, "rhythm_days", most=MAX_RHYTHM_DAYS)
    return days
