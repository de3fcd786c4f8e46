"""Where a story comes from: one function for each kind of thing that happens, the newest first.

Each reads for one person. What is private is read where they wrote it; the partner's is never read. To tell more of a
story, write a function and put it in `SOURCES`. Called inside a look's transaction.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from mentoring.goals import GoalWords
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.pairs import PairState
from mentoring.pulses import Worth
from mentoring.sessions import SessionKind, SessionState
from mentoring.shared_goals import GoalState
from mentoring.story import (
    Agreed,
    Entry,
    FeedbackTold,
    GoalChanged,
    GoalTold,
    Met,
    Moment,
    PairTold,
    Part,
    PulseTold,
    Reached,
    Shared,
    Ticked,
    Won,
)
from services.journal import win_line
from services.looking_back import horizon_answers, reviews, shared_reviews, thanks
from services.story_reader import Reader
from storage.feedback import afterwards_of, words_of
from storage.goals import shared_words
from storage.models import Pulse
from storage.pairs import channels_of
from storage.stories import (
    days_of_agreements,
    newest_checkpoints,
    newest_feedback,
    newest_goals,
    newest_milestones,
    newest_sessions,
    newest_sharings,
    newest_wordings,
)
from storage.transaction import Transaction
from storage.wins import journal_of

# With the goal itself, and with the end.
TOLD_OTHERWISE = (MilestoneKind.GOAL, MilestoneKind.GRADUATION)


async def _pairs(_tx: Transaction, reader: Reader) -> list[Entry]:
    """That pairs began and ended."""
    told: list[Entry] = []
    for pair, _ in reader.pairs.values():
        if pair.accepted_at:
            told.append(PairTold(reader.moment(pair.accepted_at, pair.id), reader.role(pair.id), PairState.ACTIVE))
        if pair.ended_at:
            told.append(PairTold(reader.moment(pair.ended_at, pair.id), reader.role(pair.id), PairState(pair.state)))
    return told


async def _agreements(tx: Transaction, reader: Reader) -> list[Entry]:
    """That the two agreed on how they go about it; on what, their agreement says."""
    return [
        Agreed(reader.moment(at, pair_id), is_first=number == 0)
        for pair_id, days in (await days_of_agreements(tx, reader.ids)).items()
        for number, at in enumerate(days)
    ]


async def _sessions(tx: Transaction, reader: Reader) -> list[Entry]:
    """Sessions, with what both noted for each other and the reader for themselves."""
    told: list[Entry] = []
    for session, mine, theirs, pulse, partners in await newest_sessions(tx, reader.ids, reader.me.id, reader.most):
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
                pulse=_own_pulse(tx, pulse) if pulse else None,
                partners_pulse=_shared_pulse(tx, partners) if partners else None,
                is_disputed=session.state == SessionState.DISPUTED,
            )
        )
    return told


def _own_pulse(tx: Transaction, pulse: Pulse) -> PulseTold:
    worth, words = tx.unseal(pulse, "worth"), tx.unseal(pulse, "words")
    return PulseTold(Worth(worth) if worth else None, words, pulse.shared_at is not None)


def _shared_pulse(tx: Transaction, pulse: Pulse) -> PulseTold:
    worth, words = tx.unseal(pulse, "shared_worth"), tx.unseal(pulse, "shared_words")
    return PulseTold(Worth(worth) if worth else None, words, is_shared=True)


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
        Won(reader.moment(found.win.created_at, found.win.pair_id), win_line(tx, reader.me, found, channels))
        for found in wins
    ]


async def _milestones(tx: Transaction, reader: Reader) -> list[Entry]:
    """Milestones, but for those that are told otherwise."""
    return [
        Reached(reader.moment(each.reached_at, each.pair_id), Milestone(MilestoneKind(each.kind), each.subject))
        for each in await newest_milestones(tx, reader.ids, reader.most)
        if each.kind not in TOLD_OTHERWISE
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


async def _changes(tx: Transaction, reader: Reader) -> list[Entry]:
    """What goals were before they were changed; that one was only reached or dropped is told as that."""
    told: list[Entry] = []
    then: dict[str, GoalWords] = {}
    for each, goal in await newest_wordings(tx, reader.ids, reader.most):
        before, was = shared_words(tx, each), GoalState(each.state)
        after = then.get(goal.id) or shared_words(tx, goal)
        then[goal.id] = before
        if before != after or was is not GoalState.OPEN:
            told.append(GoalChanged(reader.moment(each.changed_at, goal.pair_id), before, was))
    return told


async def _checkpoints(tx: Transaction, reader: Reader) -> list[Entry]:
    """Checkpoints that were reached."""
    return [
        Ticked(
            reader.moment(each.reached_at, each.pair_id),
            tx.unseal(each, "words") or "",
            tx.unseal(goal, "statement") or "",
        )
        for each, goal in await newest_checkpoints(tx, reader.ids, reader.most)
        if each.reached_at
    ]


async def _feedback(tx: Transaction, reader: Reader) -> list[Entry]:
    """Feedback that the two gave each other, and what came of it."""
    return [
        FeedbackTold(
            reader.moment(each.created_at, each.pair_id),
            words_of(tx, each),
            reader.role_of(each.pair_id, each.author_id),
            each.author_id == reader.me.id,
            afterwards_of(tx, each),
        )
        for each in await newest_feedback(tx, reader.ids, reader.most)
    ]


Source = Callable[[Transaction, Reader], Awaitable[list[Entry]]]

SOURCES: Mapping[Part, Sequence[Source]] = {
    Part.SESSIONS: (_sessions, _sharings),
    Part.WINS: (_wins, _milestones),
    Part.GOALS: (_goals, _changes, _checkpoints),
    Part.FEEDBACK: (_feedback,),
    Part.LOOKING_BACK: (horizon_answers, reviews, shared_reviews, thanks),
}
# What is of none of these parts.
BESIDES: Sequence[Source] = (_pairs, _agreements)


def sources_of(part: Part) -> list[Source]:
    """What is read for a part of the story."""
    if part is not Part.EVERYTHING:
        return list(SOURCES[part])
    return [*BESIDES, *(source for sources in SOURCES.values() for source in sources)]
