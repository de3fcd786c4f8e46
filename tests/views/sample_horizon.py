"""Every message and form of the horizon check."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mentoring.horizon import (
    COMPARED,
    SCALES,
    UNSAID,
    AnsweredBefore,
    Answers,
    Card,
    CardState,
    HorizonCompared,
    HorizonDraft,
    Round,
    Subject,
)
from mentoring.notices import Content
from tests.views.people import EXTREME, TYPICAL
from views.blocks import View
from views.forms.horizon import horizon_form, saved_horizon_form
from views.wording import Wording

MINE = Answers((*(SCALES[subject][0] for subject in COMPARED), UNSAID))
BEFORE = AnsweredBefore(date(2026, 3, 3), Answers(tuple(SCALES[subject][1] for subject in Subject)))


def horizon_contents() -> Iterator[tuple[str, Content]]:
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        two = tuple(Card(f"card-{subject}", subject) for subject in (Subject.PACE, Subject.PRIORITIES))
        other = tuple(Card(f"card-{subject}", subject) for subject in (Subject.COMFORT, Subject.WORKLOAD))
        told = HorizonCompared("pair-1", cast.partner, two)
        yield f"horizon-two{size}", told
        yield f"horizon-other-two{size}", replace(told, cards=other)
        yield f"horizon-alike{size}", replace(told, cards=())
    one = Card("card-pace", Subject.PACE)
    told = HorizonCompared("pair-1", TYPICAL.partner, (one,))
    for state in CardState:
        yield f"horizon-one-{state.replace(' ', '-')}", replace(told, cards=(replace(one, state=state),))
    yield "horizon-over", replace(told, is_over=True)


def horizon_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        fresh = HorizonDraft("pair-1", cast.partner, Round.DAY_30, locale="en-GB")
        yield f"form-horizon{size}", horizon_form(fresh, wording)
        again = replace(fresh, round=Round.HALF_WAY, mine=MINE, before=(BEFORE,))
        yield f"form-horizon-again{size}", horizon_form(again, wording)
        yield f"form-horizon-saved{size}", saved_horizon_form(fresh, wording)
        different = replace(again, compared=COMPARED[:2])
        yield f"form-horizon-complete{size}", horizon_form(different, wording)
        yield f"form-horizon-complete-alike{size}", horizon_form(replace(fresh, mine=MINE, compared=()), wording)
        yield (
            f"form-horizon-not-yet{size}",
            horizon_form(replace(fresh, round=None, first_on=date(2026, 4, 3)), wording),
        )
