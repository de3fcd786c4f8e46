"""The lists of somebody's App Home, from the rows that they are made of. Called inside a look's transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from mentoring.confidence import Confidence, Score
from mentoring.feedback import RequestLine
from mentoring.home import AgendaLine, DisputedSession, PairCard, PlannedSession, Preparation, UnansweredSession
from mentoring.picked import AboutMessage
from mentoring.promises import PartnerPromise, PromiseState
from mentoring.sessions import SessionState
from mentoring.shared_goals import GoalLine
from storage.dashboard import Lists, Scored
from storage.feedback import question_of
from storage.goals import progress, shared_words
from storage.models import AgendaItem, FeedbackRequest, Goal, Person, Promise, Session
from storage.people import card
from storage.sessions import promise_line
from storage.transaction import Transaction

DISPUTED_SHOWN = 3
# So many of each list prepare a session; the lists themselves are below.
PREPARED_WITH = 3

# Partners by the pair's id.
Partners = Mapping[str, Person]


def oldest_request(tx: Transaction, requests: Sequence[FeedbackRequest], partners: Partners) -> RequestLine | None:
    """The oldest request for this person's feedback."""
    for request in requests:
        return RequestLine(request.id, card(partners[request.pair_id]), question_of(tx, request).about)
    return None


def sessions(
    unsettled: Sequence[Session], now: datetime, partners: Partners
) -> tuple[PlannedSession | None, PlannedSession | None, UnansweredSession | None, tuple[DisputedSession, ...]]:
    """The next session, the newest planned one that nobody logged, the newest that the partner alone did.

    And those that this person recorded and their partner disputes: only their writer sees them.
    """
    planned = [
        PlannedSession(session.id, session.pair_id, card(partners[session.pair_id]), session.planned_at)
        for session in unsettled
        if session.state == SessionState.PLANNED and session.planned_at
    ]
    to_add = [
        UnansweredSession(session.id, session.pair_id, card(partners[session.pair_id]), session.happened_on)
        for session in unsettled
        if session.state == SessionState.HAPPENED and session.happened_on
    ]
    disputed = [
        DisputedSession(card(partners[session.pair_id]), session.happened_on)
        for session in unsettled
        if session.state == SessionState.DISPUTED and session.happened_on
    ]
    return (
        min((each for each in planned if each.planned_at > now), key=lambda each: each.planned_at, default=None),
        max((each for each in planned if each.planned_at <= now), key=lambda each: each.planned_at, default=None),
        max(to_add, key=lambda each: each.happened_on, default=None),
        tuple(sorted(disputed, key=lambda each: each.happened_on)[-DISPUTED_SHOWN:]),
    )


def agenda_lines(
    tx: Transaction, items: Sequence[AgendaItem], me: Person, partners: Partners
) -> tuple[AgendaLine, ...]:
    """What is still to be talked about, the oldest first."""
    lines = []
    for item in items:
        partner = partners[item.pair_id]
        link, words = tx.unseal(item, "message_link"), tx.unseal(item, "words") or ""
        # Some are the pair's, and nobody's.
        author = {me.id: card(me), partner.id: card(partner)}.get(item.author_id or "")
        lines.append(AgendaLine(item.id, author, card(partner), words, AboutMessage(link) if link else None))
    return tuple(lines)


def goal_lines(tx: Transaction, goals: Sequence[Goal], partners: Partners) -> tuple[GoalLine, ...]:
    """What is worked on in all pairs."""
    return tuple(GoalLine(card(partners[goal.pair_id]), shared_words(tx, goal), progress(goal)) for goal in goals)


def by_whose_they_are(promises: Sequence[Promise], me: Person) -> tuple[list[Promise], list[Promise], list[Promise]]:
    """My promises, those proposed for me to accept, and my partners', the newest last."""
    mine: list[Promise] = []
    proposals: list[Promise] = []
    theirs: list[Promise] = []
    for promise in promises:
        if promise.owner_id != me.id:
            theirs.append(promise)
        else:
            (mine if promise.state == PromiseState.OPEN else proposals).append(promise)
    return mine, proposals, theirs


def promise_lines(tx: Transaction, promises: Sequence[Promise], partners: Partners) -> tuple[PartnerPromise, ...]:
    """Each with whom it is shared."""
    return tuple(PartnerPromise(promise_line(tx, each), card(partners[each.pair_id])) for each in promises)


def preparation(
    tx: Transaction,
    session: PlannedSession,
    lists: Lists,
    me: Person,
    partners: Partners,
) -> Preparation:
    """What the next session can be prepared with, of that pair alone: of promises those that hold."""
    on_list = [item for item in lists.agenda if item.pair_id == session.pair_id]
    promises = [each for each in lists.promises if each.pair_id == session.pair_id and each.state == PromiseState.OPEN]
    mine, _, theirs = by_whose_they_are(promises, me)
    return Preparation(
        agenda_lines(tx, on_list[:PREPARED_WITH], me, partners),
        len(on_list[PREPARED_WITH:]),
        tuple(promise_line(tx, each) for each in mine[-PREPARED_WITH:]),
        tuple(promise_line(tx, each) for each in theirs[-PREPARED_WITH:]),
    )


def confidence(
    tx: Transaction, scores: Sequence[Scored], pairs: Sequence[PairCard], most: int
) -> tuple[tuple[Confidence, ...], int]:
    """What this person noted in some pairs, those that they noted of last, and in how many pairs besides."""
    of_pair: dict[str, list[Scored]] = {}
    for scored in reversed(scores):
        of_pair.setdefault(scored.pair_id, []).append(scored)
    cards = {pair.pair_id: pair for pair in pairs}
    noted = tuple(
        Confidence(
            pair_id,
            cards[pair_id].partner,
            cards[pair_id].role,
            tuple(Score(each.on, int(tx.unseal(each.check_in, "feeling") or 0)) for each in reversed(newest_first)),
            newest_first[0].count,
        )
        for pair_id, newest_first in [*of_pair.items()][:most]
    )
    return noted, max(0, len(of_pair) - most)
