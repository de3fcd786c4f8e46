"""All that will reach people in the weeks to come, if nobody does anything, with their names."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from mentoring.invitations import ASK_AGAIN_AFTER, due_after
from mentoring.pairs import PairState
from mentoring.people import Person as Card
from mentoring.upcoming import About, Upcoming, Waiting
from services.context import Services
from services.foresee import foresee
from services.foresee_weeks import foresee_weeks
from services.proposals import proposal_of
from services.telling import zone_of
from storage.models import Delivery, DeliveryState, Pair, Person, Programme
from storage.people import card, everybody
from storage.transaction import Transaction


async def read_upcoming(services: Services, workspace: str, until: datetime) -> list[Upcoming]:
    """What goes to each person of a workspace from now until an instant, in order. Nothing is written or sent.

    Nudges, invitations that are told once more, what organisers are told once a week, and news that waits for
    somebody's hours. Posts in channels are not among them.
    """
    now = services.now()
    foreseen = await foresee(services, workspace, until)

    async def look(tx: Transaction) -> list[Upcoming]:
        people = {person.id: person for person in await everybody(tx, workspace)}
        pairs = {pair.id: pair for pair in await tx.scalars(select(Pair).where(Pair.workspace_id == workspace))}
        of_workspace = select(Programme).where(Programme.workspace_id == workspace)
        programmes = {each.id: each for each in await tx.scalars(of_workspace)}
        nudges = (
            _upcoming(
                each.at,
                people[each.message.receiver],
                *(About(nudge.kind, _both(pairs[nudge.pair_id], people)) for nudge in each.message.nudges),
            )
            for each in foreseen
        )
        waiting = select(Delivery.not_before, Delivery.person_id).where(
            Delivery.workspace_id == workspace,
            Delivery.state == DeliveryState.PENDING,
            Delivery.person_id.is_not(None),
            Delivery.redraws_id.is_(None),
            Delivery.not_before > now,
            Delivery.not_before < until,
        )
        news = (_upcoming(at, people[id_], About(Waiting.NEWS)) for at, id_ in await tx.execute(waiting) if id_)
        proposed = [pair for pair in pairs.values() if pair.state == PairState.PROPOSED]
        asked = (each for each in _asked_again(proposed, people, programmes) if now < each.at < until)
        weeks = await foresee_weeks(tx, workspace, pairs.values(), people, programmes, (now, until))
        told = (_upcoming(at, person, About(Waiting.WEEK)) for at, person in weeks)
        return sorted((*nudges, *news, *asked, *told), key=lambda each: (each.at, each.receiver.name))

    return await services.read(look)


def _asked_again(
    pairs: Sequence[Pair], people: Mapping[str, Person], programmes: Mapping[str, Programme]
) -> Iterator[Upcoming]:
    for pair in pairs:
        proposal = proposal_of(pair, people, programmes[pair.programme_id])
        for each in proposal.waits_for:
            at = due_after(ASK_AGAIN_AFTER, proposal, each)
            yield _upcoming(at, people[each.person_id], About(Waiting.ASKED_AGAIN, _both(pair, people)))


def _both(pair: Pair, people: Mapping[str, Person]) -> tuple[Card, Card]:
    return card(people[pair.mentor_id]), card(people[pair.mentee_id])


def _upcoming(at: datetime, receiver: Person, *about: About) -> Upcoming:
    return Upcoming(at, card(receiver), zone_of(receiver), about)
