"""Time passes: once a week, organisers are told what waits for them, if anything has come to wait."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, exists, or_, select

from mentoring.deliveries import COUNTED_FOR
from mentoring.invitations import shown_from
from mentoring.notices import NoticeKind
from mentoring.organising import Week, decide
from mentoring.pairs import PairState
from services.context import Services
from services.proposals import proposal_of
from services.telling import hours_of
from storage.models import Organiser, Person, Programme, Workspace
from storage.models.base import UtcDateTime
from storage.notices import Receiver
from storage.organising import last_failures, last_weeks, waiting_pairs
from storage.putting import Telling, put_notices
from storage.transaction import Transaction

BATCH = 100

# Asked every few seconds, and so made once: making a statement takes longer than running it.
DUE = and_(
    or_(Organiser.look_at.is_(None), Organiser.look_at <= bindparam("now", type_=UtcDateTime())),
    exists().where(Workspace.id == Organiser.workspace_id, Workspace.uninstalled_at.is_(None)),
    # Whoever has left organises nothing.
    exists().where(Person.id == Organiser.person_id, Person.deactivated.is_(False)).correlate(Organiser),
)
IS_ANY_DUE = select(exists().where(DUE))
DUE_ORGANISERS = (
    select(Organiser, Person, Programme)
    .join(Person, Person.id == Organiser.person_id)
    .join(Programme, Programme.id == Organiser.programme_id)
    .where(DUE)
    .order_by(Organiser.look_at, Organiser.programme_id, Organiser.person_id)
    .limit(BATCH)
    .with_for_update(of=Organiser, skip_locked=True)
)


async def report_to_organisers(services: Services) -> int:
    """Look at some of the organisers whose time has come; how many there were. Call it again until there are none.

    Each is told once a week, whoever looks and however often; several processes share the work. As many statements for
    one organiser as for a hundred.
    """
    now = services.now()

    async def look(tx: Transaction) -> bool:
        return bool(await tx.scalar(IS_ANY_DUE, {"now": now}))

    async def deed(tx: Transaction) -> int:
        rows = (await tx.execute(DUE_ORGANISERS, {"now": now})).all()
        due = []
        for organiser, person, programme in rows:
            decision = decide(hours_of(person, programme), now)
            organiser.look_at = decision.look_at
            if decision.week and organiser.wants_week:
                due.append((person, programme, decision.week))
        await _tell(tx, now, due)
        return len(rows)

    return await services.sweep(look, deed)


async def _tell(tx: Transaction, now: datetime, due: Sequence[tuple[Person, Programme, Week]]) -> None:
    if not due:
        return
    news = await _news(tx, now, {programme.id: programme for _, programme, _ in due})
    told = await last_weeks(tx, [person.id for person, _, _ in due])
    tellings = []
    for person, programme, week in due:
        since = told.get((programme.id, person.id))
        if any(since is None or at > since for at in news[programme.id]):
            facts = {"since": since.isoformat()} if since else {}
            tellings.append(
                Telling(
                    NoticeKind.ORGANISERS_WEEK, Receiver(person.workspace_id, person_id=person.id), programme.id,
                    now, occurrence=week.name, facts=facts, expires_at=week.closes,
                )
            )  # fmt: skip
    await put_notices(tx, tellings, now)


async def _news(tx: Transaction, now: datetime, programmes: dict[str, Programme]) -> dict[str, list[datetime]]:
    """When something came to wait for the organisers of each programme: what waits still."""
    news: dict[str, list[datetime]] = defaultdict(list)
    for pair, mentor, mentee, _ in await waiting_pairs(tx, programmes):
        since = pair.stuck_since
        if pair.state == PairState.PROPOSED:
            people = {mentor.id: mentor, mentee.id: mentee}
            since = shown_from(proposal_of(pair, people, programmes[pair.programme_id]))
        if since and since <= now:
            news[pair.programme_id].append(since)
    workspaces = {programme.workspace_id for programme in programmes.values()}
    failed = await last_failures(tx, workspaces, now - COUNTED_FOR)
    for programme in programmes.values():
        if at := failed.get(programme.workspace_id):
            news[programme.id].append(at)
    return news
