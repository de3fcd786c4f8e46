"""What somebody's App Home shows, as of now: their own and their pairs'; for an organiser the board as well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.celebrations import ConsentAsked
from mentoring.deliveries import COUNTED_FOR
from mentoring.feedback import RequestLine
from mentoring.home import (
    AgendaLine,
    DisputedSession,
    HomePicture,
    Invitation,
    JoinWish,
    LeftOut,
    PairCard,
    PlannedSession,
    UnansweredSession,
    likeliest_step,
)
from mentoring.hours import local
from mentoring.nudges.course import planned_end
from mentoring.nudges.diary import Pause
from mentoring.pairs import LIVELY, PairState, Role
from mentoring.picked import AboutMessage
from mentoring.promises import PartnerPromise, PromiseState
from mentoring.sessions import SessionState
from mentoring.shared_goals import GoalLine
from services.board import boards_of
from services.contents.posts import posts
from services.contents.wins import question_about
from services.context import Services
from services.journal import journal_lines
from services.prepare_check_in import OFFERED_FOR
from services.settings import settings_of
from services.telling import zone_of
from storage.agenda import agenda_of
from storage.consents import questions_for
from storage.feedback import question_of, waiting_requests
from storage.goals import open_goals_of, shared_words
from storage.join_wishes import wishes_seen_by
from storage.models import Pair, Person
from storage.organising import deliveries_between
from storage.pairs import accepted_at, pairs_as_met, role_in
from storage.pauses import pauses_of
from storage.people import card
from storage.programmes import programmes_around
from storage.sessions import Meetings, promise_line, promises_of, unsettled_sessions
from storage.transaction import Transaction

WINS_SHOWN = 5
# One more than is shown: that there are more is said.
AGENDA_SHOWN = 9
QUESTIONS_SHOWN = 3
PROMISES_SHOWN = 10
GOALS_SHOWN = 10
DISPUTED_SHOWN = 3


async def picture_home(services: Services, person_id: str) -> HomePicture:
    """Gather all that one person's App Home shows."""

    async def look(tx: Transaction) -> HomePicture:
        return await _picture(tx, services.now(), person_id)

    return await services.read(look)


async def _picture(tx: Transaction, now: datetime, person_id: str) -> HomePicture:
    me, asked, to_give, programmes = await programmes_around(tx, person_id, now)
    pairs = await pairs_as_met(tx, me, (PairState.PROPOSED, *LIVELY))
    partners = {pair.id: partner for pair, partner, _ in pairs if pair.state != PairState.PROPOSED}
    courses = await _courses(tx, now, me, [(pair, partner) for pair, partner, _ in pairs])
    cards = tuple(
        _card(pair, me, partner, meetings, courses.get(pair.id, Course()))
        for pair, partner, meetings in pairs
        if pair.id in partners
    )
    names = {programme.id: programme.name for programme in programmes}
    invitations = tuple(
        _invitation(pair, me, partner, names[pair.programme_id])
        for pair, partner, _ in pairs
        if pair.state == PairState.PROPOSED
    )
    questions = await _questions(tx, now, me) if asked else ()
    feedback_asked = await _feedback_asked(tx, me) if to_give else None
    next_session, to_log, to_add, disputed = await _sessions(tx, now, me, partners)
    agenda = await _agenda(tx, partners)
    goals = await _goals(tx, partners)
    mine, proposals, theirs = await _promises(tx, me, partners)
    left_out = LeftOut(
        goals=len(goals[GOALS_SHOWN:]),
        promises_mine=len(mine[:-PROMISES_SHOWN]),
        proposals=len(proposals[:-PROMISES_SHOWN]),
        promises_theirs=len(theirs[:-PROMISES_SHOWN]),
    )
    channels = {programme.id: programme.channel for programme in programmes}
    of_pairs = {pair.id: channels[pair.programme_id] for pair, *_ in pairs if pair.id in partners}
    wins, count = await journal_lines(tx, me, of_pairs, WINS_SHOWN)
    organisers = {organiser.id: organiser for each in programmes.values() for organiser in each}
    seen = await wishes_seen_by(tx, me, is_organiser=me.id in organisers)
    runs = [programme for programme, run_by in programmes.items() if me in run_by]
    wishes = tuple(
        JoinWish(wish.id, card(whose), Role(wish.role), wish.created_at, wish.another_match) for wish, whose in seen
    )
    return HomePicture(
        me=card(me),
        now=now,
        settings=settings_of(me, next(iter(programmes))),
        step=likeliest_step(
            awaits_answer=any(not invitation.i_accepted for invitation in invitations),
            to_log=to_log,
            to_add=to_add,
            pairs=cards,
        ),
        invitations=invitations,
        questions=questions,
        more_questions=asked - len(questions),
        next_session=next_session,
        to_log=to_log,
        to_add=to_add,
        agenda=agenda,
        disputed=disputed,
        pairs=cards,
        goals=goals[:GOALS_SHOWN],
        promises_mine=mine[-PROMISES_SHOWN:],
        proposals=proposals[-PROMISES_SHOWN:],
        promises_theirs=theirs[-PROMISES_SHOWN:],
        wins=wins,
        more_wins=count - len(wins),
        boards=await boards_of(tx, now, me, runs),
        deliveries=await deliveries_between(tx, me.workspace_id, now - COUNTED_FOR, now) if runs else None,
        my_wishes=tuple(wish for wish in wishes if wish.person.id == me.id),
        wishes=wishes if me.id in organisers else (),
        organisers=tuple(sorted(map(card, organisers.values()), key=lambda organiser: (organiser.name, organiser.id))),
        feedback_asked=feedback_asked,
        more_feedback=max(0, to_give - 1),
        locale=me.locale,
        left_out=left_out,
    )


@dataclass(frozen=True)
class Course:
    """Of a pair that rests: until when; of one that comes to its end: when that is."""

    paused_until: date | None = None
    ends_on: date | None = None


async def _courses(
    tx: Transaction, now: datetime, me: Person, pairs: Sequence[tuple[Pair, Person]]
) -> dict[str, Course]:
    """How pairs go that rest or come to their end; most do neither."""
    concerned = [each for each in pairs if each[0].state in (PairState.PAUSED, PairState.WRAPPING_UP)]
    if not concerned:
        return {}
    pauses = await pauses_of(tx, [pair.id for pair, _ in concerned])
    found = {}
    for pair, partner in concerned:
        if pair.state == PairState.WRAPPING_UP and pair.accepted_at:
            rests = [Pause(each.since, each.until) for each in pauses[pair.id]]
            found[pair.id] = Course(ends_on=planned_end(pair.accepted_at, pair.length_months, rests))
        elif pause := next((each for each in pauses[pair.id] if each.since <= now < each.until), None):
            said_by = partner if pause.by_id == partner.id else me
            found[pair.id] = Course(paused_until=local(pause.until, zone_of(said_by)).date())
    return found


def _card(pair: Pair, me: Person, partner: Person, meetings: Meetings, course: Course) -> PairCard:
    return PairCard(
        pair_id=pair.id,
        role=_role(pair, me),
        partner=card(partner),
        partner_zone=partner.time_zone if partner.time_zone == zone_of(partner) else None,
        state=PairState(pair.state),
        rhythm_days=pair.rhythm_days,
        sessions=meetings.count,
        last_met=meetings.last_met,
        paused_until=course.paused_until,
        ends_on=course.ends_on,
    )


def _invitation(pair: Pair, me: Person, partner: Person, programme: str) -> Invitation:
    i_accepted = accepted_at(pair, me.id) is not None
    return Invitation(pair.id, _role(pair, me), card(partner), programme, i_accepted)


def _role(pair: Pair, me: Person) -> Role:
    return role_in(pair, me.id) or Role.MENTEE


async def _questions(tx: Transaction, now: datetime, me: Person) -> tuple[ConsentAsked, ...]:
    """The posts that this person is asked about."""
    waiting = await posts(tx, questions_for(me.id, now, QUESTIONS_SHOWN))
    return tuple(question_about(post, me.id) for post in waiting)


async def _feedback_asked(tx: Transaction, me: Person) -> RequestLine | None:
    """The oldest request for this person's feedback."""
    for request, author in await waiting_requests(tx, me, 1):
        return RequestLine(request.id, card(author), question_of(tx, request).about)
    return None


async def _sessions(
    tx: Transaction, now: datetime, me: Person, partners: Mapping[str, Person]
) -> tuple[PlannedSession | None, PlannedSession | None, UnansweredSession | None, tuple[DisputedSession, ...]]:
    """The next session, the newest planned one that nobody logged, the newest that the partner alone did.

    And those that this person recorded and their partner disputes: only their writer sees them.
    """
    sessions = await unsettled_sessions(tx, partners.keys(), me.id, since=now - OFFERED_FOR)
    planned = [
        PlannedSession(session.id, session.pair_id, card(partners[session.pair_id]), session.planned_at)
        for session in sessions
        if session.state == SessionState.PLANNED and session.planned_at
    ]
    to_add = [
        UnansweredSession(session.id, session.pair_id, card(partners[session.pair_id]), session.happened_on)
        for session in sessions
        if session.state == SessionState.HAPPENED and session.happened_on
    ]
    disputed = [
        DisputedSession(card(partners[session.pair_id]), session.happened_on)
        for session in sessions
        if session.state == SessionState.DISPUTED and session.happened_on
    ]
    return (
        min((each for each in planned if each.planned_at > now), key=lambda each: each.planned_at, default=None),
        max((each for each in planned if each.planned_at <= now), key=lambda each: each.planned_at, default=None),
        max(to_add, key=lambda each: each.happened_on, default=None),
        tuple(sorted(disputed, key=lambda each: each.happened_on)[-DISPUTED_SHOWN:]),
    )


async def _agenda(tx: Transaction, partners: Mapping[str, Person]) -> tuple[AgendaLine, ...]:
    lines = []
    for item, author in await agenda_of(tx, partners.keys(), AGENDA_SHOWN) if partners else ():
        link, words = tx.unseal(item, "message_link"), tx.unseal(item, "words") or ""
        message = AboutMessage(link) if link else None
        lines.append(AgendaLine(item.id, card(author), card(partners[item.pair_id]), words, message))
    return tuple(lines)


async def _goals(tx: Transaction, partners: Mapping[str, Person]) -> tuple[GoalLine, ...]:
    """What is worked on in all pairs."""
    goals = await open_goals_of(tx, partners.keys()) if partners else ()
    return tuple(GoalLine(card(partners[goal.pair_id]), shared_words(tx, goal)) for goal in goals)


Promises = tuple[PartnerPromise, ...]


async def _promises(tx: Transaction, me: Person, partners: Mapping[str, Person]) -> tuple[Promises, Promises, Promises]:
    """My promises, those proposed for me to accept, and my partners', the newest last."""
    mine: list[PartnerPromise] = []
    proposals: list[PartnerPromise] = []
    theirs: list[PartnerPromise] = []
    for promise in await promises_of(tx, partners.keys(), (PromiseState.OPEN, PromiseState.PROPOSED), reader_id=me.id):
        line = PartnerPromise(promise_line(tx, promise), card(partners[promise.pair_id]))
        if promise.owner_id != me.id:
            theirs.append(line)
        elif promise.state == PromiseState.OPEN:
            mine.append(line)
        else:
            proposals.append(line)
    return tuple(mine), tuple(proposals), tuple(theirs)
