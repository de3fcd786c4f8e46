"""What organisers see: what was tried with a pair, who waits for a word of theirs, what became of messages."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.deliveries import Deliveries, Failures
from mentoring.notices import NoticeKind
from mentoring.nudges.silence import SAID_ON
from mentoring.pairs import PairState
from storage.lists import is_any
from storage.models import Delivery, DeliveryState, Notice, Pair, Person
from storage.sessions import Meetings, meetings_in_row
from storage.transaction import Transaction

_WHETHER_THEY_WILL_MEET = is_any(Notice.kind, (NoticeKind.FIRST_MEETING, NoticeKind.HAVE_NOT_MET))
# That a partner does not reply is for whoever said so alone: a day on which time alone would not have asked tells it.
CAME_OF_SILENCE = and_(_WHETHER_THEY_WILL_MEET, Notice.occurrence.startswith(SAID_ON))

# Made once: making a statement takes longer than running it.
ASKED = (
    select(Notice.pair_id, Notice.day)
    .join(Delivery, Delivery.id == Notice.delivery_id)
    .where(
        Notice.pair_id.in_(bindparam("pairs", expanding=True)),
        _WHETHER_THEY_WILL_MEET,
        ~CAME_OF_SILENCE,
        Notice.day.is_not(None),
        Delivery.state == DeliveryState.SENT.value,
    )
    .distinct()
    .order_by(Notice.day)
)
MENTOR, MENTEE = aliased(Person), aliased(Person)
STUCK = Pair.stuck_since.is_not(None) & is_any(Pair.state, (PairState.ACTIVE, PairState.WRAPPING_UP))
WAITING = (
    select(Pair, MENTOR, MENTEE, *meetings_in_row())
    .join(MENTOR, MENTOR.id == Pair.mentor_id)
    .join(MENTEE, MENTEE.id == Pair.mentee_id)
    .where(
        Pair.programme_id.in_(bindparam("programmes", expanding=True)),
        or_(STUCK, Pair.state == PairState.PROPOSED.value),
    )
    .order_by(Pair.stuck_since.desc(), Pair.proposed_at.desc(), Pair.id)
)
# A group message that Slack would not take has gone to each of the two instead.
IS_DEAD = (Delivery.state == DeliveryState.DEAD.value) & Delivery.pair_id.is_(None)
# What is in doubt has not come to its end.
ENDED_AT = func.coalesce(Delivery.ended_at, Delivery.created_at)
# How much longer a message may have waited before it went: over holidays, say.
MOST_WAITED = timedelta(days=21)
IN_DOUBT = (DeliveryState.IN_DOUBT.value, DeliveryState.UNCONFIRMED.value)
BECAME = (
    select(Delivery.state, case((IS_DEAD, Delivery.error)).label("why"), func.count())
    .where(
        Delivery.workspace_id == bindparam("workspace"),
        Delivery.created_at > bindparam("earliest"),
        bindparam("since") < ENDED_AT,
        bindparam("until") >= ENDED_AT,
        Delivery.redraws_id.is_(None),
        or_(IS_DEAD, Delivery.state.in_([DeliveryState.SENT.value, DeliveryState.EXPIRED.value, *IN_DOUBT])),
    )
    .group_by(Delivery.state, "why")
)
LAST_FAILURES = (
    select(Delivery.workspace_id, func.max(Delivery.ended_at))
    .where(
        Delivery.workspace_id.in_(bindparam("workspaces", expanding=True)),
        Delivery.created_at > bindparam("earliest"),
        Delivery.ended_at > bindparam("since"),
        Delivery.redraws_id.is_(None),
        or_(IS_DEAD, Delivery.state == DeliveryState.UNCONFIRMED.value),
    )
    .group_by(Delivery.workspace_id)
)
UNSENT = (DeliveryState.DEAD.value, DeliveryState.EXPIRED.value, DeliveryState.CANCELLED.value)
LAST_WEEKS = (
    select(Notice.subject, Notice.receiver, func.max(Notice.created_at))
    .join(Delivery, Delivery.id == Notice.delivery_id)
    .where(
        Notice.kind == NoticeKind.ORGANISERS_WEEK.value,
        Notice.receiver.in_(bindparam("people", expanding=True)),
        Delivery.state.not_in(UNSENT),
    )
    .group_by(Notice.subject, Notice.receiver)
)


async def days_asked(tx: Transaction, pair_ids: Collection[str]) -> dict[str, list[date]]:
    """On which days time had one of a pair asked whether they will meet, by the pair's id, whatever they answered."""
    found: dict[str, list[date]] = defaultdict(list)
    if pair_ids:
        for pair_id, day in await tx.execute(ASKED, {"pairs": list(pair_ids)}):
            if pair_id and day:
                found[pair_id].append(day)
    return found


async def waiting_pairs(tx: Transaction, programme_ids: Collection[str]) -> list[tuple[Pair, Person, Person, Meetings]]:
    """The pairs of programmes that are proposed, and those that have not met although they were asked.

    Each with mentor, mentee and how they met; those that have lately come to this first.
    """
    rows = await tx.execute(WAITING, {"programmes": list(programme_ids)})
    return [(pair, mentor, mentee, Meetings(times, last)) for pair, mentor, mentee, times, last in rows]


async def deliveries_between(tx: Transaction, workspace: str, since: datetime, until: datetime) -> Deliveries:
    """What became of the messages to people and channels of a workspace after an instant, up to another. One SELECT."""
    span = {"workspace": workspace, "since": since, "until": until, "earliest": since - MOST_WAITED}
    counts: dict[str, int] = defaultdict(int)
    failures = []
    for state, why, count in await tx.execute(BECAME, span):
        counts[state] += count
        if state == DeliveryState.DEAD:
            failures.append(Failures(why or "", count))
    return Deliveries(
        delivered=counts[DeliveryState.SENT],
        in_doubt=sum(counts[state] for state in IN_DOUBT),
        too_late=counts[DeliveryState.EXPIRED],
        failures=tuple(sorted(failures, key=lambda each: (-each.count, each.error))),
    )


async def last_failures(tx: Transaction, workspaces: Collection[str], since: datetime) -> dict[str, datetime]:
    """When a message last could not be delivered, or could not be found out to have been, by the workspace.

    Only after an instant; a workspace without any is left out.
    """
    span = {"workspaces": list(workspaces), "since": since, "earliest": since - MOST_WAITED}
    return {workspace: at for workspace, at in await tx.execute(LAST_FAILURES, span) if at}


async def last_weeks(tx: Transaction, people: Collection[str]) -> dict[tuple[str, str], datetime]:
    """When organisers were last told what waits for them, by the programme's and their own id."""
    rows = await tx.execute(LAST_WEEKS, {"people": list(people)})
    return {(programme_id, person_id): at for programme_id, person_id, at in rows}


async def weeks_since(tx: Transaction, programme_id: str, since: datetime) -> Sequence[int]:
    """The posts in which organisers of a programme were told since an instant what waits for them."""
    query = select(Notice.delivery_id).where(
        Notice.kind == NoticeKind.ORGANISERS_WEEK.value, Notice.subject == programme_id, Notice.created_at > since
    )
    return [id_ for id_ in await tx.scalars(query) if id_]
