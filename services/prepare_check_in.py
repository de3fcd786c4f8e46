"""What the check-in form starts with."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from mentoring.hours import local
from mentoring.pairs import PairChoice
from mentoring.people import Actor
from mentoring.reflections import question_after
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import CheckInDraft, Seen, SessionChoice, SessionState, likeliest
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import today_of, zone_of
from services.ticks import goals_to_tick
from storage.models import Person, Session
from storage.pairs import lively_pairs_in_full, pair_choice
from storage.sessions import check_ins_of, next_of
from storage.transaction import Transaction

# How long a session that one side has not logged is still offered.
OFFERED_FOR = timedelta(days=14)


async def prepare_check_in(
    services: Services,
    actor: Actor,
    *,
    partner_user: str | None = None,
    words: str = "",
    pair_id: str | None = None,
    session_id: str | None = None,
    more: bool = False,
) -> CheckInDraft:
    """What the form starts with: for the partner named, the pair or the session chosen, or else the first pair.

    `words`, typed behind the command, name a partner or else begin the notes. `more`: it is to be the whole form.

    Raises:
        Refusal: The actor is in no pair that meets, or not with this partner, or has logged this session, or it has
            been withdrawn, or their pair has ended.
    """

    async def look(tx: Transaction) -> CheckInDraft:
        now = services.now()
        of_pair = await _pair_meant(tx, actor, pair_id, session_id)
        found = await lively_pairs_in_full(tx, actor, since=now - OFFERED_FOR)
        if not found:
            raise Refusal(Reason.NO_PAIR)
        person = found[0].me
        pairs = tuple(pair_choice(each.pair, person, each.partner) for each in found)
        named = next((pair for pair in pairs if _is_called(pair.partner.name, words)), None)
        pair = named or _choose(pairs, partner_user, of_pair)
        in_full = next(each for each in found if each.pair.id == pair.id)
        sessions = session_choices(in_full.unsettled, person, now)
        today = today_of(person, now)
        chosen = next((session for session in sessions if session.id == session_id), likeliest(sessions, today))
        planned = next_of(in_full.unsettled, now)
        next_at = planned.planned_at if planned else None
        # They met before the time they had planned: that is no next session.
        is_this_one = planned is not None and chosen is not None and planned.id == chosen.id
        return CheckInDraft(
            pairs=pairs,
            pair=pair,
            today=today,
            sessions=sessions,
            chosen_session=chosen,
            next_at=None if is_this_one else next_at,
            channel_is_set=in_full.programme.channel is not None,
            locale=person.locale,
            notes="" if named else words,
            time_zone=zone_of(person),
            question=question_after(in_full.records),
            goals=await goals_to_tick(tx, pair.id) if more else (),
            seen=Seen(next_at, min(chosen.on, today) if chosen else None),
        )

    # With nothing more to be looked up, it is a single SELECT.
    return await (services.read if pair_id or session_id or more else services.glance)(look)


async def _pair_meant(tx: Transaction, actor: Actor, pair_id: str | None, session_id: str | None) -> str | None:
    """The pair that was chosen, by itself or by a session; None: none was."""
    if not (pair_id or session_id):
        return None
    person = await known_person(tx, actor)
    of_pair = await _pair_of_session(tx, person, session_id) if session_id else pair_id
    if of_pair:
        # A message's button stays there when the pair has ended.
        await lively_pair(tx, person, of_pair, lock=False)
    return of_pair


async def _pair_of_session(tx: Transaction, person: Person, session_id: str) -> str:
    session = await tx.scalar(
        select(Session).where(Session.id == session_id, Session.workspace_id == person.workspace_id)
    )
    if session is None:
        raise Refusal(Reason.WITHDRAWN)
    if any(check_in.author_id == person.id for check_in in await check_ins_of(tx, session)):
        raise Refusal(Reason.ALREADY_LOGGED)
    return session.pair_id


def _is_called(name: str, words: str) -> bool:
    typed = words.removeprefix("@").casefold()
    return bool(typed) and typed in (name.casefold(), *name.casefold().split()[:1])


def _choose(pairs: tuple[PairChoice, ...], partner_user: str | None, pair_id: str | None) -> PairChoice:
    if partner_user is None and pair_id is None:
        return pairs[0]
    for pair in pairs:
        if pair.id == pair_id or pair.partner.user == partner_user:
            return pair
    raise Refusal(Reason.NOT_PARTNER)


def session_choices(unsettled: Sequence[Session], person: Person, now: datetime) -> tuple[SessionChoice, ...]:
    """Sessions of a pair that this person may mean: planned up to the end of their day, or the partner's alone."""
    zone, today = zone_of(person), today_of(person, now)
    choices = []
    for session in unsettled:
        if session.state == SessionState.HAPPENED and session.happened_on:
            choices.append(SessionChoice(session.id, session.happened_on, partner_logged=True))
        elif (
            session.state == SessionState.PLANNED
            and session.planned_at
            and (on := local(session.planned_at, zone).date()) <= today
        ):
            choices.append(SessionChoice(session.id, on, partner_logged=False))
    return tuple(sorted(choices, key=lambda choice: (choice.on, choice.id), reverse=True))
