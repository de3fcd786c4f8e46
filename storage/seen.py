"""What the rules of nudges see of pairs beside sessions and what was told: little of each, and so in one statement."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    BindParameter,
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    bindparam,
    case,
    func,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy import cast as as_type
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine

from mentoring.agreements import STANDING
from mentoring.feedback import RequestState
from mentoring.promises import PromiseState
from mentoring.shared_goals import GoalState
from storage.lists import is_any
from storage.models import Agreement, Feedback, FeedbackRequest, Goal, HorizonAnswers, Pair, Pause, Promise, Silence
from storage.models.base import UtcDateTime
from storage.transaction import Transaction


class What(StrEnum):
    """What a row is about."""

    AGREEMENT = "agreement"
    FEEDBACK_ASKED = "feedback asked"
    FEEDBACK_GIVEN = "feedback given"
    GOAL = "goal"
    HORIZON = "horizon"
    PAUSE = "pause"
    PROMISE = "promise"
    SILENCE = "silence"


class SeenRow(NamedTuple):
    """One of them. What a column holds goes by what it is about; where it means nothing, it is none.

    Attributes:
        what: The value of a `What`.
        person_id: Who owns, owes, wrote or is waited for.
        word: A state, or the round of a horizon check.
        day: By when, or on which day it was said.
        at: Since when, or when it was last looked at.
        until: When a pause ends.
        number: Which version of an agreement it is.
        times: How often it was put off or confirmed.
    """

    what: str
    pair_id: str
    id: str
    person_id: str
    word: str
    day: date
    at: datetime
    until: datetime
    number: int
    times: int


OF_PAIRS: BindParameter[str] = bindparam("pairs", expanding=True)
COLUMNS: dict[str, TypeEngine[Any]] = {
    "id": String(),
    "person_id": String(),
    "word": String(),
    "day": Date(),
    "at": UtcDateTime(),
    "until": UtcDateTime(),
    "number": Integer(),
    "times": Integer(),
}


def _rows(what: What, pair_id: InstrumentedAttribute[str], **has: SQLColumnExpression[Any]) -> Select[Any]:
    """The rows about one thing, in the columns that all have."""
    columns = (
        type_coerce(has[name], type_) if name in has else as_type(null(), type_) for name, type_ in COLUMNS.items()
    )
    named = (column.label(name) for column, name in zip(columns, COLUMNS, strict=True))
    return select(literal(what.value).label("what"), pair_id.label("pair_id"), *named).where(pair_id.in_(OF_PAIRS))


# Made once: making a statement takes longer than running it.
SEEN = union_all(
    _rows(What.PAUSE, Pause.pair_id, at=Pause.since, until=Pause.until),
    _rows(
        What.PROMISE, Promise.pair_id, id=Promise.id, person_id=Promise.owner_id, day=Promise.due_on,
        at=Promise.dated_at,
    ).where(Promise.state == PromiseState.OPEN.value, Promise.due_on.is_not(None), Promise.dated_at.is_not(None)),
    _rows(What.GOAL, Goal.pair_id, id=Goal.id, day=Goal.due_on, at=Goal.revisited_at).where(
        Goal.state == GoalState.OPEN.value, Goal.due_on.is_not(None)
    ),
    _rows(
        What.FEEDBACK_ASKED, FeedbackRequest.pair_id, id=FeedbackRequest.id, person_id=FeedbackRequest.giver_id,
        at=func.coalesce(FeedbackRequest.put_off_at, FeedbackRequest.created_at), times=FeedbackRequest.put_offs,
    ).where(FeedbackRequest.state == RequestState.OPEN.value),
    # What came of it has not been said.
    _rows(
        What.FEEDBACK_GIVEN, Feedback.pair_id, id=Feedback.id, at=Feedback.created_at, times=literal(0),
        person_id=case((Pair.mentor_id == Feedback.author_id, Pair.mentee_id), else_=Pair.mentor_id),
    ).join(Pair, Pair.id == Feedback.pair_id).where(Feedback.followed_up_at.is_(None)),
    _rows(
        What.AGREEMENT, Agreement.pair_id, person_id=Agreement.author_id, word=Agreement.state,
        at=func.coalesce(Agreement.confirmed_at, Agreement.settled_at, Agreement.proposed_at),
        number=Agreement.number, times=Agreement.confirmations,
    ).where(is_any(Agreement.state, STANDING)),
    _rows(
        What.HORIZON, HorizonAnswers.pair_id, person_id=HorizonAnswers.author_id, word=HorizonAnswers.round
    ),
    _rows(What.SILENCE, Silence.pair_id, person_id=Silence.partner_id, day=Silence.said_on),
)  # fmt: skip


async def seen_of(tx: Transaction, pair_ids: Collection[str]) -> Sequence[SeenRow]:
    """All there is of these pairs."""
    return cast("Sequence[SeenRow]", (await tx.execute(SEEN, {"pairs": list(pair_ids)})).all())
