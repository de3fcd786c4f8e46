"""What happened in pairs, the newest first, as one of the two may read it.

What is private is read where the reader wrote it, and not at all where the partner did.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased, load_only

from mentoring.agreements import AgreementState
from mentoring.sessions import SessionState
from storage.lists import is_any
from storage.models import (
    Agreement,
    CheckIn,
    Checkpoint,
    Feedback,
    Goal,
    GoalWording,
    HorizonAnswers,
    Milestone,
    Pair,
    Person,
    Pulse,
    Session,
    Sharing,
)
from storage.pairs import PARTNER_ID, THEIRS
from storage.transaction import Transaction

MINE, THEIR = aliased(CheckIn), aliased(CheckIn)
MY_PULSE, THEIR_PULSE = aliased(Pulse), aliased(Pulse)
OF_PAIRS: BindParameter[list[str]] = bindparam("pairs", expanding=True)
NEWEST: BindParameter[int] = bindparam("most")
# Made once: making a statement takes longer than running it.
PAIRS_THAT_BEGAN = (
    select(Pair, Person)
    .join(Person, Person.id == PARTNER_ID)
    .where(THEIRS, Pair.accepted_at.is_not(None))
    .order_by(Pair.accepted_at.desc(), Pair.id)
)
SESSIONS = (
    select(Session, MINE, THEIR, MY_PULSE, THEIR_PULSE)
    .outerjoin(MINE, and_(MINE.session_id == Session.id, MINE.author_id == bindparam("reader")))
    .outerjoin(THEIR, and_(THEIR.session_id == Session.id, THEIR.author_id != bindparam("reader")))
    .outerjoin(MY_PULSE, and_(MY_PULSE.session_id == Session.id, MY_PULSE.author_id == bindparam("reader")))
    .outerjoin(
        THEIR_PULSE,
        and_(
            THEIR_PULSE.session_id == Session.id,
            THEIR_PULSE.author_id != bindparam("reader"),
            THEIR_PULSE.shared_at.is_not(None),
        ),
    )
    # Of what the partner wrote nothing is read but what is for both.
    .options(
        load_only(THEIR.workspace_id, THEIR.notes, raiseload=True),
        load_only(THEIR_PULSE.workspace_id, THEIR_PULSE.shared_worth, THEIR_PULSE.shared_words, raiseload=True),
    )
    .where(
        Session.pair_id.in_(OF_PAIRS),
        or_(
            Session.state == SessionState.HAPPENED.value,
            # While it is disputed, it is its writer's own record.
            and_(Session.state == SessionState.DISPUTED.value, MINE.id.is_not(None)),
        ),
    )
    .order_by(Session.happened_on.desc(), Session.created_at.desc(), Session.id)
    .limit(NEWEST)
)
MILESTONES = (
    select(Milestone)
    .where(Milestone.pair_id.in_(OF_PAIRS))
    .order_by(Milestone.reached_at.desc(), Milestone.id)
    .limit(NEWEST)
)
GOALS = (
    select(Goal)
    .where(Goal.pair_id.in_(OF_PAIRS))
    .order_by(func.coalesce(Goal.settled_at, Goal.created_at).desc(), Goal.id)
    .limit(NEWEST)
)
FEEDBACK = (
    select(Feedback)
    .where(Feedback.pair_id.in_(OF_PAIRS))
    .order_by(Feedback.created_at.desc(), Feedback.id)
    .limit(NEWEST)
)
SHARINGS = (
    select(Sharing).where(Sharing.pair_id.in_(OF_PAIRS)).order_by(Sharing.created_at.desc(), Sharing.id).limit(NEWEST)
)
WORDINGS = (
    select(GoalWording, Goal)
    .join(Goal, Goal.id == GoalWording.goal_id)
    .where(Goal.pair_id.in_(OF_PAIRS))
    .order_by(GoalWording.changed_at.desc(), GoalWording.id)
    .limit(NEWEST)
)
CHECKPOINTS = (
    select(Checkpoint, Goal)
    .join(Goal, Goal.id == Checkpoint.goal_id)
    .where(Checkpoint.pair_id.in_(OF_PAIRS), Checkpoint.reached_at.is_not(None))
    .order_by(Checkpoint.reached_at.desc(), Checkpoint.id)
    .limit(NEWEST)
)
HORIZON = select(HorizonAnswers).where(
    HorizonAnswers.pair_id.in_(OF_PAIRS), HorizonAnswers.author_id == bindparam("reader")
)
AGREEMENTS = (
    select(Agreement.pair_id, Agreement.settled_at)
    .where(
        Agreement.pair_id.in_(OF_PAIRS),
        is_any(Agreement.state, (AgreementState.AGREED, AgreementState.REPLACED)),
    )
    .order_by(Agreement.pair_id, Agreement.number)
)


async def pairs_that_began(tx: Transaction, person: Person) -> list[tuple[Pair, Person]]:
    """All pairs of somebody's that ever began, with the partner in each, the newest first."""
    which = {"workspace": person.workspace_id, "person": person.id}
    return [(pair, partner) for pair, partner in await tx.execute(PAIRS_THAT_BEGAN, which)]


async def newest_sessions(
    tx: Transaction, pair_ids: Collection[str], reader_id: str, most: int
) -> list[tuple[Session, CheckIn | None, CheckIn | None, Pulse | None, Pulse | None]]:
    """Sessions that happened, each with what the reader recorded and the notes of what the partner did.

    And what the reader said of it for themselves, and what the partner shared of that.
    """
    rows = await tx.execute(SESSIONS, {"pairs": list(pair_ids), "reader": reader_id, "most": most})
    return [(session, mine, theirs, pulse, shared) for session, mine, theirs, pulse, shared in rows]


async def newest_milestones(tx: Transaction, pair_ids: Collection[str], most: int) -> Sequence[Milestone]:
    """Milestones of pairs."""
    return (await tx.scalars(MILESTONES, {"pairs": list(pair_ids), "most": most})).all()


async def newest_goals(tx: Transaction, pair_ids: Collection[str], most: int) -> Sequence[Goal]:
    """Goals that pairs have or had in common, by when they were reached or dropped, or else agreed on."""
    return (await tx.scalars(GOALS, {"pairs": list(pair_ids), "most": most})).all()


async def newest_feedback(tx: Transaction, pair_ids: Collection[str], most: int) -> Sequence[Feedback]:
    """Feedback that was given in pairs."""
    return (await tx.scalars(FEEDBACK, {"pairs": list(pair_ids), "most": most})).all()


async def newest_sharings(tx: Transaction, pair_ids: Collection[str], most: int) -> Sequence[Sharing]:
    """What the two of a pair told each other between sessions."""
    return (await tx.scalars(SHARINGS, {"pairs": list(pair_ids), "most": most})).all()


async def newest_wordings(tx: Transaction, pair_ids: Collection[str], most: int) -> list[tuple[GoalWording, Goal]]:
    """What goals were before they were changed, the newest first, each with its goal."""
    rows = await tx.execute(WORDINGS, {"pairs": list(pair_ids), "most": most})
    return [(wording, goal) for wording, goal in rows]


async def newest_checkpoints(tx: Transaction, pair_ids: Collection[str], most: int) -> list[tuple[Checkpoint, Goal]]:
    """Checkpoints that were reached, each with its goal."""
    rows = await tx.execute(CHECKPOINTS, {"pairs": list(pair_ids), "most": most})
    return [(checkpoint, goal) for checkpoint, goal in rows]


async def own_horizon_answers(tx: Transaction, pair_ids: Collection[str], reader_id: str) -> Sequence[HorizonAnswers]:
    """What somebody answered in horizon checks; nobody else's."""
    return (await tx.scalars(HORIZON, {"pairs": list(pair_ids), "reader": reader_id})).all()


async def days_of_agreements(tx: Transaction, pair_ids: Collection[str]) -> dict[str, list[datetime]]:
    """When pairs agreed on something, by the pair's id, the first time first; nothing of what they agreed on."""
    found: dict[str, list[datetime]] = defaultdict(list)
    for pair_id, settled_at in await tx.execute(AGREEMENTS, {"pairs": list(pair_ids)}):
        found[pair_id].extend(filter(None, [settled_at]))
    return found
