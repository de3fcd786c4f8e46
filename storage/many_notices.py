"""Many people told at once, in as many statements as a few: for what time brings, which may be due for many."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from mentoring.notices import NoticeKind
from storage.inserts import insert_each_once
from storage.models import Delivery, DeliveryState, Notice
from storage.notices import MOST_NOTICES_A_POST
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
UNSENT = select(Delivery.id).where(
    Delivery.id == Notice.delivery_id,
    Delivery.state.in_([DeliveryState.EXPIRED.value, DeliveryState.CANCELLED.value]),
)
FORGET = delete(Notice).where(
    Notice.pair_id.in_(bindparam("pairs", expanding=True)),
    Notice.kind.in_(bindparam("kinds", expanding=True)),
    UNSENT.exists(),
)


@dataclass(frozen=True)
class Telling:
    """One thing to tell one person, from an instant on.

    Attributes:
        subject: The id of what it is about.
        occurrence: Which time this kind of thing is told of it: a local date or a count.
        day: Of a nudge, the receiver's date for which it counts.
        expires_at: From when it is not sent any more.
    """

    kind: NoticeKind
    workspace: str
    subject: str
    person_id: str
    not_before: datetime
    pair_id: str | None = None
    occurrence: str = "1"
    facts: dict[str, Any] = field(default_factory=dict)
    day: date | None = None
    expires_at: datetime | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from anything else that is told: it is told once."""
        return self.kind.value, self.subject, self.occurrence, self.person_id


async def put_notices(tx: Transaction, tellings: Sequence[Telling], now: datetime) -> int:
    """Put notices into the outbox, each once: whoever was told this of this subject before is left out.

    What one person is told at one moment goes into one post, as far as it holds it. How many notices were new.
    """
    if not tellings:
        return 0
    rows: list[dict[str, Any]] = [
        {
            "workspace_id": each.workspace, "kind": each.kind.value, "subject": each.subject,
            "occurrence": each.occurrence, "receiver": each.person_id, "pair_id": each.pair_id, "facts": each.facts,
            "day": each.day, "created_at": now,
        }
        for each in tellings
    ]  # fmt: skip
    columns = (Notice.id, Notice.kind, Notice.subject, Notice.occurrence, Notice.receiver)
    ids = {tuple(key): id_ for id_, *key in await insert_each_once(tx, Notice, rows, *columns)}
    posts: dict[tuple[str, str, datetime, datetime | None], list[int]] = defaultdict(list)
    for each in tellings:
        if notice := ids.get(each.key):
            posts[each.workspace, each.person_id, each.not_before, each.expires_at].append(notice)
    filled = [
        (
            Delivery(
                workspace_id=workspace, person_id=person, state=DeliveryState.PENDING, created_at=now,
                not_before=not_before, expires_at=expires_at,
            ),
            notices[start : start + MOST_NOTICES_A_POST],
        )
        for (workspace, person, not_before, expires_at), notices in posts.items()
        for start in range(0, len(notices), MOST_NOTICES_A_POST)
    ]  # fmt: skip
    tx.add_all([delivery for delivery, _ in filled])
    await tx.flush()
    carried = [{"id": notice, "delivery_id": delivery.id} for delivery, notices in filled for notice in notices]
    if carried:
        await tx.execute(update(Notice), carried)
    return len(carried)


async def forget_unsent(tx: Transaction, pair_ids: Collection[str], kinds: Collection[str]) -> None:
    """Forget what these pairs were to be told and were not, since its time was over first: it can be told anew."""
    await tx.execute(
        FORGET, {"pairs": list(pair_ids), "kinds": list(kinds)}, execution_options={"synchronize_session": False}
    )
