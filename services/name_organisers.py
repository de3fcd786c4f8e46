"""An organiser names others, or leaves it to them. Called inside a deed's transaction."""

from collections.abc import Collection, Mapping
from datetime import datetime

from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor, Profile
from services.telling import tell
from storage.models import Person, Programme
from storage.notices import Receiver, redraw, take_back
from storage.people import find_person, keep_profile, mark_homes_stale, organisers_of, people_of
from storage.programmes import add_organiser, remove_organisers
from storage.transaction import Transaction


async def name_organisers(
    tx: Transaction,
    now: datetime,
    programme: Programme,
    by: Person,
    users: Collection[str],
    profiles: Mapping[str, Profile],
    form_id: str,
) -> None:
    """Have a programme organised by these users (Slack's ids) and nobody else; whoever comes or goes is told.

    Args:
        tx: The deed's transaction.
        now: When it is done.
        programme: What they organise, locked.
        by: Who names them.
        users: All organisers from now on.
        profiles: What Slack says of those who are new, by user.
        form_id: The form in which they were named: what tells this time from an earlier one.
    """
    before = {person.slack_id: person for person in await organisers_of(tx, programme.workspace_id, programme.id)}
    if before.keys() == set(users):
        return
    after = {user: before.get(user) or await _person(tx, programme, user, profiles) for user in sorted(users)}
    await remove_organisers(tx, programme, {person.id for person in after.values()})
    for user in sorted(after.keys() - before.keys()):
        await add_organiser(tx, programme, after[user])
        await _tell(tx, now, NoticeKind.ORGANISER_NAMED, programme, after[user], by, form_id)
    for user in sorted(before.keys() - after.keys()):
        await _tell(tx, now, NoticeKind.ORGANISER_RELEASED, programme, before[user], by, form_id)
    await redraw(tx, (programme.id,), (NoticeKind.ORGANISER_NAMED,), now)
    # Whoever is in no pair sees in their Home whom to ask.
    await mark_homes_stale(tx, now, await people_of(tx, programme.workspace_id))


async def _person(tx: Transaction, programme: Programme, user: str, profiles: Mapping[str, Profile]) -> Person:
    if user in profiles:
        return await keep_profile(tx, programme.workspace_id, profiles[user])
    # They organised it when the form was sent, and another organiser has removed them since.
    person = await find_person(tx, Actor(programme.workspace_id, user))
    assert person is not None  # noqa: S101 - every organiser is known
    return person


async def _tell(
    tx: Transaction, now: datetime, kind: NoticeKind, programme: Programme, person: Person, by: Person, form_id: str
) -> None:
    undone = {
        NoticeKind.ORGANISER_NAMED: NoticeKind.ORGANISER_RELEASED,
        NoticeKind.ORGANISER_RELEASED: NoticeKind.ORGANISER_NAMED,
    }[kind]
    # What is undone before they heard of it, they need not hear of.
    if await take_back(tx, undone, programme.id, Receiver(person.workspace_id, person_id=person.id), now):
        return
    weight = Weight.REPLY if person.id == by.id else Weight.NEWS
    await tell(tx, now, kind, programme.id, person, programme, weight=weight, occurrence=form_id, facts={"by": by.id})
