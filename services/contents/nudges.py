"""What nudges say: while one asks, what it needs for that; afterwards, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from mentoring.home import AgendaLine
from mentoring.nudge_contents import (
    About,
    AfterSession,
    AgreementDue,
    Asking,
    BeforeSession,
    BetweenSessions,
    Echo,
    FeedbackDue,
    FeedbackFollowUp,
    FirstMeeting,
    HaveNotMet,
    HorizonCheck,
    HourBefore,
    NudgeContent,
    PromiseHalfWay,
    WrapUp,
)
from mentoring.nudges.course import ends_on
from mentoring.nudges.decide import Nudge, is_overtaken, still_holds
from mentoring.nudges.echo import AFTER
from mentoring.nudges.kinds import OF_SESSIONS, NudgeKind
from mentoring.nudges.snapshot import Key, Snapshot
from mentoring.pairs import Role
from mentoring.promises import PromiseState
from mentoring.question_bank import asks_both_ways
from mentoring.sessions import SessionKind
from services.agreements import version_read_by
from services.contents.goal_nudges import goal_nudge
from services.contents.settled import settled
from services.snapshots import snapshots
from services.telling import zone_of
from services.ticks import goals_to_tick
from storage.agenda import agenda_of
from storage.agreements import versions_of
from storage.cards import card_of_session
from storage.feedback import question_of, words_of
from storage.models import Feedback, FeedbackRequest, Notice, Pair, Person, Promise, Session
from storage.pairs import partner_of, role_in
from storage.people import card, people_by_id
from storage.sessions import meetings_in_row, promise_line, promises_of
from storage.transaction import Transaction

# So many things of an agenda are read; a message shows fewer, and how many more there are.
MOST_ON_AGENDA = 50


@dataclass(frozen=True)
class Told:
    """A notice with what it is about, as one of the pair sees it, and how the pair stands."""

    notice: Notice
    key: Key
    about: About
    pair: Pair
    me: Person
    partner: Person
    snapshot: Snapshot
    sessions: int


async def nudge_contents(
    tx: Transaction, notices: Sequence[Notice], now: datetime, *, are_out: bool
) -> dict[int, NudgeContent]:
    """What the nudges of one message say, by the ids of their notices.

    Of those that are still to go (not `are_out`), what has been overtaken is left out. As many statements for the pairs
    of several as of one.
    """
    if not notices:
        return {}
    found: dict[int, NudgeContent] = {}
    for told in await _told(tx, notices):
        content = await (_as_it_stands if are_out else _if_it_holds)(tx, told, now)
        if content:
            found[told.notice.id] = content
    return found


async def _told(tx: Transaction, notices: Sequence[Notice]) -> list[Told]:
    query = select(Pair, meetings_in_row()[0]).where(Pair.id.in_({notice.pair_id for notice in notices}))
    pairs = {pair.id: (pair, count) for pair, count in await tx.execute(query)}
    seen = await snapshots(tx, [pair for pair, _ in pairs.values()])
    both = {id_ for pair, _ in pairs.values() for id_ in (pair.mentor_id, pair.mentee_id)}
    people = await people_by_id(tx, notices[0].workspace_id, both)
    return [_of(notice, *pairs[notice.pair_id or ""], people, seen[notice.pair_id or ""]) for notice in notices]


def _of(notice: Notice, pair: Pair, sessions: int, people: dict[str, Person], snapshot: Snapshot) -> Told:
    kind, partner = NudgeKind(notice.kind), people[partner_of(pair, notice.receiver)]
    about = About(
        notice_id=notice.id,
        pair_id=pair.id,
        partner=card(partner),
        role=role_in(pair, notice.receiver) or Role.MENTEE,
        kind=kind,
        step=int(notice.facts.get("step", 1)),
        rhythm_days=pair.rhythm_days,
    )
    key = Key(kind, notice.subject, notice.occurrence, notice.receiver)
    return Told(notice, key, about, pair, people[notice.receiver], partner, snapshot, sessions)


async def _if_it_holds(tx: Transaction, told: Told, now: datetime) -> NudgeContent | None:
    nudge = Nudge(told.key, told.pair.id, told.about.step, now)
    return await _asking(tx, told) if still_holds(nudge, told.snapshot, now) else None


async def _as_it_stands(tx: Transaction, told: Told, now: datetime) -> NudgeContent:
    notice = told.notice
    is_over = notice.answer or notice.overtaken_at or is_overtaken(told.key, told.snapshot, now)
    asking = None if is_over else await _asking(tx, told)
    return asking or await settled(tx, notice, told.about, told.snapshot, now)


async def _asking(tx: Transaction, told: Told) -> Asking | None:
    """What it says while it asks; None: what it was about is gone."""
    match told.about.kind:
        case NudgeKind.PROMISE:
            return await _promise(tx, told)
        case NudgeKind.AGREEMENT:
            return await _agreement(tx, told)
        case NudgeKind.GOAL:
            return await goal_nudge(tx, told.notice, told.about, told.pair)
        case NudgeKind.FEEDBACK:
            return await _feedback(tx, told)
        case kind if kind in OF_SESSIONS:
            return await _of_session(tx, told)
        case _:
            return _of_pair(told)


def _of_pair(told: Told) -> Asking:
    """What is about the pair itself, and needs nothing more."""
    match told.about.kind:
        case NudgeKind.FIRST_MEETING:
            return FirstMeeting(told.about)
        case NudgeKind.HAVE_NOT_MET:
            return HaveNotMet(told.about, told.snapshot.last_met)
        case NudgeKind.HORIZON:
            return HorizonCheck(told.about)
        case NudgeKind.BETWEEN_SESSIONS:
            return BetweenSessions(told.about)
        case NudgeKind.WRAP_UP:
            return WrapUp(told.about, _ends_on(told))
        case _:
            return Echo(told.about, AFTER[told.about.step - 1])


def _ends_on(told: Told) -> date:
    return ends_on(told.snapshot, told.pair.accepted_at or told.pair.proposed_at)


async def _promise(tx: Transaction, told: Told) -> PromiseHalfWay | None:
    promise = await tx.get(Promise, told.notice.subject)
    if promise is None or promise.due_on is None:
        return None
    return PromiseHalfWay(told.about, promise.id, tx.unseal(promise, "words") or "", promise.due_on)


async def _agreement(tx: Transaction, told: Told) -> AgreementDue:
    versions = await versions_of(tx, told.pair.id)
    row = versions.standing
    version = version_read_by(tx, versions, row, told.pair, told.me) if row else None
    return AgreementDue(told.about, version)


async def _feedback(tx: Transaction, told: Told) -> FeedbackDue | FeedbackFollowUp | None:
    if request := await tx.get(FeedbackRequest, told.notice.subject):
        return FeedbackDue(told.about, request.id, question_of(tx, request))
    feedback = await tx.get(Feedback, told.notice.subject)
    return FeedbackFollowUp(told.about, feedback.id, words_of(tx, feedback).heart) if feedback else None


async def _of_session(tx: Transaction, told: Told) -> Asking | None:
    session = await tx.get(Session, told.notice.subject)
    if session is None or session.planned_at is None:
        return None
    kind = SessionKind(session.kind)
    match told.about.kind:
        case NudgeKind.BEFORE_SESSION:
            return await _before(tx, told, session, session.planned_at)
        case NudgeKind.HOUR_BEFORE:
            on_agenda = len(await agenda_of(tx, (told.pair.id,), MOST_ON_AGENDA))
            return HourBefore(told.about, session.id, kind, session.planned_at, on_agenda)
        case _:
            return AfterSession(told.about, session.id, kind, session.planned_at)


async def _before(tx: Transaction, told: Told, session: Session, planned_at: datetime) -> BeforeSession:
    mine, theirs = zone_of(told.me), zone_of(told.partner)
    open_ = await promises_of(tx, (told.pair.id,), (PromiseState.OPEN,), reader_id=told.me.id)
    newest = sorted(open_, key=lambda promise: promise.created_at, reverse=True)
    agenda = await agenda_of(tx, (told.pair.id,), MOST_ON_AGENDA)
    return BeforeSession(
        about=told.about,
        session_id=session.id,
        session_kind=SessionKind(session.kind),
        planned_at=planned_at,
        partner_zone=theirs if _differ(mine, theirs, planned_at) else None,
        promises_mine=tuple(promise_line(tx, each) for each in newest if each.owner_id == told.me.id),
        promises_theirs=tuple(promise_line(tx, each) for each in newest if each.owner_id != told.me.id),
        checkpoints=tuple(each for goal in await goals_to_tick(tx, told.pair.id) for each in goal.checkpoints),
        agenda=tuple(
            AgendaLine(item.id, card(author) if author else None, told.about.partner, tx.unseal(item, "words") or "")
            for item, author in agenda
        ),
        card=await card_of_session(tx, session.id),
        both_ways=asks_both_ways(told.sessions),
    )


def _differ(zone: str, other: str, at: datetime) -> bool:
    """Whether clocks show different times in two zones then."""
    return at.astimezone(ZoneInfo(zone)).utcoffset() != at.astimezone(ZoneInfo(other)).utcoffset()
