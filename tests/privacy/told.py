"""What people are told besides: of pairs that begin, rest, go on and end, and all that time may ask of them."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select, update

from mentoring.consent import Answer
from mentoring.feedback import Given, GiveValues
from mentoring.forms import SettingsValues
from mentoring.going_on import GoOnValues
from mentoring.notices import NoticeKind
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion
from mentoring.nudges.rules import RULES
from mentoring.nudges.snapshot import Snapshot
from mentoring.pairs import PairState
from mentoring.partings import EndValues
from mentoring.pausing import PauseValues
from mentoring.people import Celebrations
from mentoring.planning import OfferValues, PlanValues
from mentoring.revisiting import RevisitValues
from mentoring.rhythms import RhythmValues
from mentoring.wins import Audience, WinValues
from services.answer_agreement import say_still_right
from services.answer_message import answer_message
from services.answer_nudge import ask_how_it_goes
from services.answer_request import decline_request
from services.cancel_session import cancel_session
from services.celebrate_win import celebrate_win
from services.change_rhythm import change_rhythm
from services.change_settings import change_settings
from services.departures import held_pairs_of, leave
from services.dispute_session import dispute_session
from services.end_pair import end_pair
from services.finish_pair import finish_pair
from services.give_feedback import give_feedback
from services.go_on import go_on
from services.look_at_pairs import look_at_pairs
from services.miss_session import miss_session
from services.pause_pair import pause_pair
from services.plan_session import plan_session
from services.propose_times import propose_times
from services.report_refused_post import tell_channel_closed
from services.report_to_organisers import report_to_organisers
from services.resume_pair import resume_pair
from services.revisit_goals import prepare_revisit, revisit_goals
from services.settle_shout_outs import settle_shout_outs
from services.snapshots import snapshots
from services.take_off_agenda import take_off_agenda
from services.take_time import take_time
from services.withdraw_check_in import withdraw_check_in
from services.withdraw_proposal import withdraw_proposal
from storage.models import (
    AgendaItem,
    Agreement,
    CheckIn,
    Delivery,
    DeliveryState,
    FeedbackRequest,
    Goal,
    OfferedTime,
    Organiser,
    Pair,
    Person,
    Programme,
    Promise,
    Session,
)
from storage.notices import Receiver
from storage.putting import Telling, put_notices
from storage.transaction import Transaction
from tests.privacy.author import Author
from tests.services.world import MONDAY, WORKSPACE, World, profile, user_of

# When what is late by now began; and shortly before a session.
EARLIER = MONDAY - timedelta(days=21)
NOW = MONDAY + timedelta(days=2, minutes=30)
NEXT = NOW + timedelta(minutes=30)
# How long ago pairs of the two who write began: one that has ended some months ago, and one that will in a few days.
ENDED, ENDING = timedelta(days=280), timedelta(days=172)


async def live_beside(world: World) -> Author:
    """Other pairs of Tom and Maya, in every state there is, three weeks ago; Tom in the one that comes to its end."""
    world.now = EARLIER
    await world.known("zoe", "leo", "priya")
    ended = await world.paired("tom", "maya")
    await changes(world, ended, accepted_at=MONDAY - ENDED, state=PairState.COMPLETED.value)
    pair = await world.paired("maya", "tom")
    await changes(world, pair, accepted_at=MONDAY - ENDING)
    maya, tom = Author(world, pair, "maya", 500), Author(world, pair, "tom", 500)
    await maya.checks_in(None)
    await maya.adds_a_goal()
    await tom.drafts_goals()
    await tom.asks_for_feedback()
    given = GiveValues(pair, Given(maya.words("shone"), None, None), was_asked=True)
    await give_feedback(world.services, maya.actor, given, maya.form)
    await maya.asks_for_feedback()
    await decline_request(world.services, tom.actor, await maya.only(FeedbackRequest))
    await is_due(world, pair)
    await ask_how_it_goes(world.services, maya.actor, str(await maya.is_nudged()))

    finished, parted = await world.paired("leo", "maya"), await world.paired("tom", "leo")
    await finish_pair(world.services, maya.actor, finished, world.form())
    await end_pair(world.services, tom.actor, EndValues(parted, another_match=True), world.form())
    await world.declines("priya", await world.proposed("priya", "tom"))
    taken_back = await world.proposed("tom", "priya")
    await world.proposed("leo", "maya")
    await world.paired("maya", "priya")
    beside = await world.paired("maya", "leo")
    await world.checks_in("maya", beside)
    # Zoë would rather not be in the channel.
    await celebrate_win(
        world.services, maya.actor, WinValues(maya.words("win"), Audience.CHANNEL, pair), (profile("zoe"),), maya.form
    )
    await all_is_sent(world)
    await world.says("zoe", Answer.NO)
    [withdrawn] = await world.all(
        select(CheckIn.id).join(Session, Session.id == CheckIn.session_id).where(Session.pair_id == beside)
    )
    await withdraw_check_in(world.services, maya.actor, withdrawn)
    await withdraw_proposal(world.services, world.who("amara"), taken_back)

    world.now = MONDAY - timedelta(days=4)
    begins = await world.proposed("leo", "tom")
    await world.accepts("leo", begins)
    await world.accepts("tom", begins)
    await all_is_sent(world)

    world.now = MONDAY
    await settle_shout_outs(world.services)
    while await look_at_pairs(world.services):
        pass
    await world.names("amara", "zoe")
    await all_is_sent(world)
    await world.names("amara")
    await world.store.write(organisers_are_due)
    await report_to_organisers(world.services)
    await answer_message(world.services, WORKSPACE, profile("maya"), "Ev1")
    await all_is_sent(world)
    return tom


async def go_through_much(world: World, tom: Author, maya: Author) -> None:
    """What else a pair may do in a few days; at its end they are about to meet."""
    services, pair = world.services, tom.pair
    await pause_pair(services, maya.actor, PauseValues(pair, MONDAY.date() + timedelta(days=9)), maya.form)
    await resume_pair(services, tom.actor, pair)
    await change_rhythm(services, tom.actor, RhythmValues(pair, 21), tom.form)
    await go_on(services, maya.actor, GoOnValues(pair, 12), maya.form)
    await world.checks_in("tom", pair, is_new=True, happened_on=MONDAY.date() - timedelta(days=1))
    await dispute_session(services, maya.actor, (await world.sessions_of(pair))[-1])
    await tom.brings()
    await all_is_sent(world)
    brought = await world.all(select(AgendaItem.id).where(AgendaItem.author_id == await world.id_of("tom")))
    await take_off_agenda(services, tom.actor, brought[-1])
    for author, partner in ((tom, maya), (maya, tom)):
        won = WinValues(author.words("win"), Audience.CHANNEL, pair)
        await celebrate_win(services, author.actor, won, (), author.form)
        await all_is_sent(world)
        await world.says(partner.name, Answer.YES)
    await settle_shout_outs(services)
    await all_is_sent(world)

    await plan_session(services, tom.actor, PlanValues(pair, MONDAY + timedelta(hours=1)), tom.form)
    await cancel_session(services, maya.actor, (await world.sessions_of(pair))[-1])
    await plan_session(services, tom.actor, PlanValues(pair, MONDAY + timedelta(hours=1)), tom.form)
    world.later(hours=2)
    await miss_session(services, maya.actor, (await world.sessions_of(pair))[-1])
    await changes(world, pair, group_channel="G0")
    await propose_times(services, tom.actor, OfferValues(pair, {"time_1": NEXT}), tom.form)
    [offered] = await world.all(select(OfferedTime.id).where(OfferedTime.at == NEXT))
    await take_time(services, maya.actor, offered)
    await change_settings(
        services, tom.actor,
        SettingsValues(time(9), time(17), Celebrations.ASK, kinds=frozenset(NudgeKind)),
    )  # fmt: skip

    # With somebody else the session is over by now.
    world.now = NOW - timedelta(hours=3)
    [agreed] = await world.all(select(Agreement.id).where(Agreement.pair_id == pair, Agreement.state == "agreed"))
    await say_still_right(services, maya.actor, agreed)
    beside = await world.pair_of("maya", "leo")
    await plan_session(services, world.who("leo"), PlanValues(beside, NOW - timedelta(hours=2)), world.form())


async def tell_all(world: World, ending: Author) -> None:
    """Whatever time may ask by now is asked, and everything is sent; one of two answers what both are asked."""
    world.now = NOW

    async def deed(tx: Transaction) -> None:
        programme = (await tx.scalars(select(Programme).where(Programme.workspace_id == WORKSPACE))).one()
        await tell_channel_closed(tx, world.now, programme)
        priya = (await tx.scalars(select(Person).where(Person.slack_id == user_of("priya")))).one()
        await leave(tx, world.now, priya, await held_pairs_of(tx, priya))
        pairs = (await tx.scalars(select(Pair).where(Pair.accepted_at.is_not(None)))).all()
        seen = await snapshots(tx, pairs)
        tellings = [
            Telling(
                NoticeKind(each.kind), Receiver(WORKSPACE, person_id=each.to.person_id), each.key.subject, world.now,
                pair_id, each.occurrence, {"step": each.step}, world.now.date(),
            )
            for pair_id, snapshot in seen.items() for each in asked_by(snapshot, world.now)
        ]  # fmt: skip
        await put_notices(tx, tellings, world.now)

    await world.store.write(deed)
    await all_is_sent(world)
    await settle_shout_outs(world.services)
    goals = await prepare_revisit(world.services, ending.actor, ending.pair)
    await revisit_goals(world.services, ending.actor, RevisitValues(ending.pair, (), goals.seen), ending.form)


def asked_by(pair: Snapshot, now: datetime) -> Iterator[Occasion]:
    """Whatever the rules may have asked by an instant, however much it is for a day."""
    for rule in RULES:
        for each in rule(pair):
            if each.when.has_begun(pair.diary(each.to), now):
                yield each


async def changes(world: World, pair: str, **values: Any) -> None:  # noqa: ANN401 - columns of any type
    """Have a pair be as if something had happened to it."""

    async def deed(tx: Transaction) -> None:
        await tx.execute(update(Pair).where(Pair.id == pair).values(values))

    await world.store.write(deed)


async def is_due(world: World, pair: str) -> None:
    """Have a pair's promises and goals have dates that come near."""
    day = NOW.date() + timedelta(days=3)

    async def deed(tx: Transaction) -> None:
        dated = {"due_on": day, "dated_at": EARLIER}
        await tx.execute(update(Promise).where(Promise.pair_id == pair).values(dated))
        await tx.execute(update(Goal).where(Goal.pair_id == pair).values(due_on=day))

    await world.store.write(deed)


async def organisers_are_due(tx: Transaction) -> None:
    """Have organisers be told of their week."""
    await tx.execute(update(Organiser).values(look_at=MONDAY))


async def all_is_sent(world: World) -> None:
    """Whatever waits has gone out."""

    async def deed(tx: Transaction) -> None:
        waits = Delivery.state == DeliveryState.PENDING.value
        sent = {
            "state": DeliveryState.SENT.value, "channel": "D0", "ts": "1.0", "ended_at": world.now,
            "correlation_id": func.lower(func.hex(func.randomblob(16))),
        }  # fmt: skip
        await tx.execute(update(Delivery).where(waits, Delivery.redraws_id.is_(None)).values(sent))
        await tx.execute(update(Delivery).where(waits).values(state=DeliveryState.CANCELLED.value))

    await world.store.write(deed)
