"""What somebody's App Home shows, as of now: their own and their pairs'; for an organiser the board as well."""

from collections.abc import Sequence
from datetime import datetime

from mentoring.celebrations import ConsentAsked
from mentoring.deliveries import COUNTED_FOR
from mentoring.home import HomePicture, Invitation, JoinWish, LeftOut, Preparation, likeliest_step, longest_apart_first
from mentoring.pairs import LIVELY, PairChoice, PairState, Role
from services.board import boards_of
from services.contents.posts import posts_asked_about
from services.contents.wins import question_about
from services.context import Services
from services.home_lists import (
    agenda_lines,
    by_whose_they_are,
    confidence,
    goal_lines,
    oldest_request,
    preparation,
    promise_lines,
    sessions,
)
from services.journal import journal_lines
from services.pair_cards import pair_card
from services.prepare_check_in import OFFERED_FOR
from services.settings import settings_of
from storage.dashboard import PairWithPauses, lists_of, pairs_with_pauses
from storage.join_wishes import wishes_seen_by
from storage.models import Pair, Person
from storage.organising import deliveries_between
from storage.pairs import accepted_at, pair_choice, role_in
from storage.people import card
from storage.programmes import programmes_around
from storage.transaction import Transaction

WINS_SHOWN = 3
AGENDA_SHOWN = 8
QUESTIONS_SHOWN = 3
PROMISES_SHOWN = 10
GOALS_SHOWN = 10
CONFIDENCE_SHOWN = 3


async def picture_home(services: Services, person_id: str) -> HomePicture:
    """Gather all that one person's App Home shows."""

    async def look(tx: Transaction) -> HomePicture:
        return await _picture(tx, services.now(), person_id)

    return await services.read(look)


async def _picture(tx: Transaction, now: datetime, person_id: str) -> HomePicture:
    me, asked, programmes = await programmes_around(tx, person_id, now)
    found = await pairs_with_pauses(tx, me, (PairState.PROPOSED, *LIVELY, PairState.COMPLETED))
    lively = {each.pair.id: each for each in found if each.pair.state in LIVELY}
    cards = tuple(pair_card(each, me, now) for each in lively.values())
    names = {programme.id: programme.name for programme in programmes}
    invitations = tuple(
        _invitation(each.pair, me, each.partner, names[each.pair.programme_id])
        for each in found
        if each.pair.state == PairState.PROPOSED
    )
    questions = await _questions(tx, now, me) if asked else ()
    partners = {pair_id: each.partner for pair_id, each in lively.items()}
    lists = await lists_of(tx, list(lively), me, since=now - OFFERED_FOR)
    next_session, to_log, to_add, disputed = sessions(lists.sessions, now, partners)
    mine, proposals, theirs = by_whose_they_are(lists.promises, me)
    noted, noted_besides = confidence(tx, lists.scores, cards, CONFIDENCE_SHOWN)
    # What is not shown is only counted: unsealing takes longer than reading.
    left_out = LeftOut(
        agenda=len(lists.agenda[AGENDA_SHOWN:]),
        goals=len(lists.goals[GOALS_SHOWN:]),
        confidence=noted_besides,
        promises_mine=len(mine[:-PROMISES_SHOWN]),
        proposals=len(proposals[:-PROMISES_SHOWN]),
        promises_theirs=len(theirs[:-PROMISES_SHOWN]),
    )
    channels = {programme.id: programme.channel for programme in programmes}
    of_pairs = {pair_id: channels[each.pair.programme_id] for pair_id, each in lively.items()}
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
            next_session=next_session,
            pairs=cards,
        ),
        invitations=invitations,
        questions=questions,
        more_questions=asked - len(questions),
        next_session=next_session,
        preparation=preparation(tx, next_session, lists, me, partners) if next_session else Preparation(),
        to_log=to_log,
        to_add=to_add,
        agenda=agenda_lines(tx, lists.agenda[:AGENDA_SHOWN], me, partners),
        disputed=disputed,
        pairs=longest_apart_first(cards),
        completed=None if cards or invitations else _completed_last(found, me),
        goals=goal_lines(tx, lists.goals[:GOALS_SHOWN], partners),
        promises_mine=promise_lines(tx, mine[-PROMISES_SHOWN:], partners),
        proposals=promise_lines(tx, proposals[-PROMISES_SHOWN:], partners),
        promises_theirs=promise_lines(tx, theirs[-PROMISES_SHOWN:], partners),
        confidence=noted,
        wins=wins,
        more_wins=count - len(wins),
        boards=await boards_of(tx, now, me, runs),
        deliveries=await deliveries_between(tx, me.workspace_id, now - COUNTED_FOR, now) if runs else None,
        my_wishes=tuple(wish for wish in wishes if wish.person.id == me.id),
        wishes=wishes if me.id in organisers else (),
        organisers=tuple(sorted(map(card, organisers.values()), key=lambda organiser: (organiser.name, organiser.id))),
        feedback_asked=oldest_request(tx, lists.requests, partners),
        more_feedback=max(0, len(lists.requests) - 1),
        locale=me.locale,
        left_out=left_out,
    )


def _invitation(pair: Pair, me: Person, partner: Person, programme: str) -> Invitation:
    i_accepted = accepted_at(pair, me.id) is not None
    return Invitation(pair.id, role_in(pair, me.id) or Role.MENTEE, card(partner), programme, i_accepted)


def _completed_last(pairs: Sequence[PairWithPauses], me: Person) -> PairChoice | None:
    completed = [each for each in pairs if each.pair.state == PairState.COMPLETED]
    last = max(completed, key=lambda each: each.pair.ended_at or each.pair.proposed_at, default=None)
    return pair_choice(last.pair, me, last.partner) if last else None


async def _questions(tx: Transaction, now: datetime, me: Person) -> tuple[ConsentAsked, ...]:
    """The posts that this person is asked about."""
    waiting = await posts_asked_about(tx, me, now, QUESTIONS_SHOWN)
    return tuple(question_about(post, me.id) for post in waiting)
