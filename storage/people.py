"""People of a workspace, and who organises."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Select, bindparam, or_, select, update

from mentoring.people import Actor, Profile
from mentoring.people import Person as Card
from storage.inserts import insert_once
from storage.lists import is_one_of, listed, room_for
from storage.models import Organiser, Person, new_id, table_of
from storage.transaction import Transaction

# Statements that most deeds need are made once: making one takes longer than running it.
BY_USER = select(Person).where(Person.workspace_id == bindparam("workspace"), Person.slack_id == bindparam("user"))
# Not locked so tightly that whoever writes a row which points at this person would have to wait.
TO_BRING_UP_TO_DATE = BY_USER.with_for_update(key_share=True)
SOME = select(Person).where(
    Person.workspace_id == bindparam("workspace"), Person.id.in_(bindparam("people", expanding=True))
)
WHO_ORGANISE = (
    select(Person)
    .join(Organiser, Organiser.person_id == Person.id)
    .where(Organiser.workspace_id == bindparam("workspace"), Person.deactivated.is_(False))
    .order_by(Person.name, Person.id)
    .distinct()
)
WHO_ORGANISE_ONE = WHO_ORGANISE.where(Organiser.programme_id == bindparam("programme"))
SOMEBODY, ORGANISES = table_of(Person).c, table_of(Organiser).c


@cache
def _who_opened_their_home(people: int) -> Select[tuple[str]]:
    return (
        select(SOMEBODY.id)
        .where(
            or_(
                is_one_of(SOMEBODY.id, "person", people),
                SOMEBODY.id.in_(select(ORGANISES.person_id).where(ORGANISES.programme_id == bindparam("programme"))),
            ),
            SOMEBODY.home_opened_at.is_not(None),
        )
        # In one order, so that two deeds that concern the same people do not wait for each other.
        .order_by(SOMEBODY.id)
        .with_for_update(key_share=True)
    )


def card(person: Person) -> Card:
    """The person as others are shown them."""
    return Card(person.id, person.slack_id, person.name)


async def find_person(tx: Transaction, actor: Actor) -> Person | None:
    """The row of whoever acted, if Rapport knows them."""
    return await tx.scalar(BY_USER, {"workspace": actor.workspace, "user": actor.user})


async def people_by_id(tx: Transaction, workspace: str, ids: Iterable[str]) -> dict[str, Person]:
    """The rows of several people of a workspace, by id."""
    rows = await tx.scalars(SOME, {"workspace": workspace, "people": list(set(ids))})
    return {person.id: person for person in rows}


async def everybody(tx: Transaction, workspace: str) -> Sequence[Person]:
    """All people of a workspace whom Rapport knows."""
    return (await tx.scalars(select(Person).where(Person.workspace_id == workspace).order_by(Person.id))).all()


async def keep_profile(tx: Transaction, workspace: str, profile: Profile) -> Person:
    """Make a person known, or bring what Slack says of them up to date; what they set themselves stays."""
    key = {"workspace": workspace, "user": profile.user}
    person = await tx.scalar(TO_BRING_UP_TO_DATE, key)
    if person is None:
        await insert_once(
            tx, Person, id=new_id(), workspace_id=workspace, slack_id=profile.user, name=profile.name,
            time_zone=profile.time_zone, locale=profile.locale, deactivated=profile.is_deactivated, celebrations="ask",
        )  # fmt: skip
        person = await tx.scalar(TO_BRING_UP_TO_DATE, key)
    assert person is not None  # noqa: S101 - inserted above, in this transaction
    person.name = profile.name
    # A server that leaves these out does not mean that they are gone.
    person.time_zone = profile.time_zone or person.time_zone
    person.locale = profile.locale or person.locale
    person.deactivated = profile.is_deactivated
    return person


async def organisers_of(tx: Transaction, workspace: str, programme_id: str | None = None) -> Sequence[Person]:
    """The organisers of a programme, or of all programmes of a workspace, by name; who has left organises nothing."""
    which: dict[str, str] = {"workspace": workspace}
    if programme_id is None:
        return (await tx.scalars(WHO_ORGANISE, which)).all()
    return (await tx.scalars(WHO_ORGANISE_ONE, which | {"programme": programme_id})).all()


async def people_of(tx: Transaction, workspace: str) -> Sequence[str]:
    """The ids of everybody Rapport knows in a workspace."""
    return (await tx.scalars(select(Person.id).where(Person.workspace_id == workspace))).all()


async def mark_homes_stale(
    tx: Transaction, now: datetime, person_ids: Iterable[str], *, organisers_of: str | None = None
) -> None:
    """Have the App Homes of these people, and of a programme's organisers, published anew, if they opened theirs."""
    people = set(person_ids)
    which = {**listed("person", people), "programme": organisers_of}
    if ids := (await tx.scalars(_who_opened_their_home(room_for(people)), which)).all():
        await tx.execute(update(Person).where(Person.id.in_(ids)).values(home_stale_since=now))
