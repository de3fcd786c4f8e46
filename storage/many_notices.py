"""Many people told at once, in as many statements as a few: for what time brings, which may be due for many."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update

from mentoring.notices import NoticeKind
from storage.inserts import insert_each_once
from storage.models import Delivery, DeliveryState, Notice
from storage.notices import MOST_NOTICES_A_POST
from storage.transaction import Transaction


@dataclass(frozen=True)
class Telling:
    """One thing to tell one person, from an instant on: about which subject, and of which pair."""

    workspace: str
    subject: str
    person_id: str
    not_before: datetime
    pair_id: str


async def put_notices(tx: Transaction, kind: NoticeKind, tellings: Sequence[Telling], now: datetime) -> int:
    """Put notices into the outbox, each once: whoever was told this of this subject before is left out.

    What one person is told at one moment goes into one post, as far as it holds it. How many notices were new.
    """
    if not tellings:
        return 0
    rows: list[dict[str, Any]] = [
        {
            "workspace_id": each.workspace, "kind": kind.value, "subject": each.subject, "occurrence": "1",
            "receiver": each.person_id, "pair_id": each.pair_id, "facts": {}, "created_at": now,
        }
        for each in tellings
    ]  # fmt: skip
    new = await insert_each_once(tx, Notice, rows, (Notice.id, Notice.subject, Notice.receiver))
    ids = {(subject, receiver): id_ for id_, subject, receiver in new}
    posts: dict[tuple[str, str, datetime], list[int]] = defaultdict(list)
    for each in tellings:
        if notice := ids.get((each.subject, each.person_id)):
            posts[each.workspace, each.person_id, each.not_before].append(notice)
    filled = [
        (
            Delivery(
                workspace_id=workspace, person_id=person, state=DeliveryState.PENDING, created_at=now,
                not_before=not_before,
            ),
            notices[start : start + MOST_NOTICES_A_POST],
        )
        for (workspace, person, not_before), notices in posts.items()
        for start in range(0, len(notices), MOST_NOTICES_A_POST)
    ]  # fmt: skip
    tx.add_all([delivery for delivery, _ in filled])
    await tx.flush()
    carried = [{"id": notice, "delivery_id": delivery.id} for delivery, notices in filled for notice in notices]
    if carried:
        await tx.execute(update(Notice), carried)
    return len(carried)
