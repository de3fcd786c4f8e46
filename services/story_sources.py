"""Where a story comes from: one function for each kind of thing that happens, the newest first.

Each reads for one person. What is private is read where they wrote it; the partner's is never read. To tell more of a
story, write a function and put it in `SOURCES`. Called inside a look's transaction.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.hours import local
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.pairs import PairState, Role
from mentoring.sessions import SessionKind, SessionState
from mentoring.shared_goals import GoalState
from mentoring.story import Course, Entry, FeedbackTold, GoalTold, Met, Moment, Part, Reached, Shared, Won
from services.journal import win_line
from services.telling import zone_of
from storage.feedback import afterwards_of, words_of
from storage.goals import shared_words
from storage.models import Pair, Person
from storage.pairs import channels_of, role_in
from storage.people import card
from storage.stories import newest_feedback, newest_goals, newest_milestones, newest_sessions, newest_sharings
from storage.transaction import Transaction
from storage.wins import journal_of


@dataclass(frozen=True)
class Reader:
    """Who reads, and of which pairs.

    Attributes:
        pairs: By their ids those whose story it is, each with the partner.
        only: The id of the one pair whose story it is; none: of all, and of what was in none.
        most: How many entries of each kind are needed.
    """

    me: Person
    pairs: Mapping[str, tuple[Pair, Person]]
    only: str | None
    most: int

    @property
    def ids(self) -> list[str]:
        """The ids of the pairs."""
        return list(self.pairs)

    def moment(self, at: datetime, pair_id: str | None) -> Moment:
        """When and with whom something was."""
        found = self.pairs.get(pair_id) if pair_id else None
        return Moment(local(at, zone_of(self.me)).date(), at, card(found[1]) if found else None)

    def role(self, pair_id: str) -> Role:
        """What the reader is in a pair."""
        return role_in(self.pairs[pair_id][0], self.me.id) or Role.MENTEE


async def _courses(_tx: Transaction, reader: Reader) -> list[Entry]:
    """That pairs began and ended."""
    told: list[Entry] = []
    for pair, _ in reader.pairs.values():
        if pair.accepted_at:
            told.append(Course(reader.moment(pair.accepted_at, pair.id), reader.role(pair.id), PairState.ACTIVE))
        if pair.ended_at:
            told.append(Course(reader.moment(pair.ended_at, pair.id), reader.role(pair.id), PairState(pair.state)))
    return told


async def _sessions(tx: Transaction, reader: Reader) -> list[Entry]:
    """Sessions, with what both noted for each other and the reader for themselves."""
    told: list[Entry] = []
    for session, mine, theirs in await newest_sessions(tx, reader.ids, reader.me.id, reader.most):
        moment = reader.moment(session.created_at, session.pair_id)
        feeling = tx.unseal(mine, "feeling") if mine else None
        told.append(
            Met(
                moment=Moment(session.happened_on or moment.on, moment.at, moment.partner),
                role=reader.role(session.pair_id),
                kind=SessionKind(session.kind),
                notes=tx.unseal(mine, "notes") if mine else None,
                partners_notes=tx.unseal(theirs, "notes") if theirs else None,
                reflection=tx.unseal(mine, "reflection") if mine else None,
                feeling=int(feeling) if feeling else None,
                is_disputed=session.state == SessionState.DISPUTED,
            )
        )
    return told


async def _sharings(tx: Transaction, reader: Reader) -> list[Entry]:
    """What the two told each other between sessions."""
    return [
        Shared(
            reader.moment(sharing.created_at, sharing.pair_id),
            tx.unseal(sharing, "words") or "",
            sharing.author_id == reader.me.id,
        )
        for sharing in await newest_sharings(tx, reader.ids, reader.most)
    ]


async def _wins(tx: Transaction, reader: Reader) -> list[Entry]:
    """The reader's wins, and those that partners shared."""
    channels = await channels_of(tx, reader.me)
    wins, _ = await journal_of(tx, reader.me, reader.most, reader.only)
    return [
        Won(reader.moment(win.created_at, win.pair_id), win_line(tx, reader.me, win, author, by, channels))
        for win, author, by in wins
    ]


async def _milestones(tx: Transaction, reader: Reader) -> list[Entry]:
    """Milestones; that a goal is reached is told of the goal itself."""
    return [
        Reached(reader.moment(each.reached_at, each.pair_id), Milestone(MilestoneKind(each.kind), each.subject))
        for each in await newest_milestones(tx, reader.ids, reader.most)
        if each.kind != MilestoneKind.GOAL
    ]


async def _goals(tx: Transaction, reader: Reader) -> list[Entry]:
    """That goals were agreed on, and reached or dropped."""
    told: list[Entry] = []
    for goal in await newest_goals(tx, reader.ids, reader.most):
        words = shared_words(tx, goal)
        told.append(GoalTold(reader.moment(goal.created_at, goal.pair_id), words, GoalState.OPEN))
        if goal.settled_at:
            told.append(GoalTold(reader.moment(goal.settled_at, goal.pair_id), words, GoalState(goal.state)))
    return told


async def _feedback(tx: Transaction, reader: Reader) -> list[Entry]:
    """Feedback that the two gave each other, and what came of it."""
    return [
        FeedbackTold(
            reader.moment(each.created_at, each.pair_id),
            words_of(tx, each),
            role_in(reader.pairs[each.pair_id][0], each.author_id) or Role.MENTOR,
            each.author_id == reader.me.id,
            afterwards_of(tx, each),
        )
        for each in await newest_feedback(tx, reader.ids, reader.most)
    ]


Source = Callable[[Transaction, Reader], Awaitable[list[Entry]]]

SOURCES: Mapping[Part, Sequence[Source]] = {
    Part.SESSIONS: (_sessions, _sharings),
    Part.WINS: (_wins, _milestones),
    Part.GOALS: (_goals,),
    Part.FEEDBACK: (_feedback,),
}
# What is of none of these parts.
BESIDES: Sequence[Source] = (_courses,)


def sources_of(part: Part) -> list[Source]:
    """What is read for a part of the story."""
    if part is not Part.EVERYTHING:
        return list(SOURCES[part])
    return [*BESIDES, *(source for sources in SOURCES.values() for source in sources)]
