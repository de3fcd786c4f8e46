"""What messages said is wiped after thirty days; that they were told stays known."""

from datetime import timedelta

from sqlalchemy import select, update

from services.compose_delivery import compose_delivery
from services.wipe_outbox import KEPT_FOR, wipe_outbox
from storage.models import Delivery, DeliveryState, Notice
from storage.tidying import WIPED
from storage.transaction import Transaction
from tests.services.world import World


async def test_facts_go_thirty_days_after_their_post_and_it_is_not_drawn_again(world: World) -> None:
    await world.proposed("tom", "maya")
    await world.send_all()
    [to_maya] = await world.posts_to("maya")
    facts = {"by": "somebody"}
    await world.store.write(lambda tx: tx.execute(update(Notice).values(facts=facts)))
    before = await world.store.read(_notices)
    redrawing = await world.store.write(lambda tx: _redrawing(tx, to_maya.id))

    world.now += KEPT_FOR - timedelta(minutes=1)
    await wipe_outbox(world.services)
    assert [notice.facts for notice in await world.store.read(_notices)] == [facts] * len(before)
    assert await compose_delivery(world.services, redrawing)

    world.now += timedelta(minutes=2)
    for _ in range(2):
        await wipe_outbox(world.services)
    after = await world.store.read(_notices)
    assert [notice.facts for notice in after] == [WIPED] * len(before)
    assert [(each.kind, each.subject, each.receiver) for each in after] == [
        (each.kind, each.subject, each.receiver) for each in before
    ]
    assert await compose_delivery(world.services, redrawing) is None


async def _notices(tx: Transaction) -> list[Notice]:
    return list(await tx.scalars(select(Notice).order_by(Notice.id)))


async def _redrawing(tx: Transaction, post_id: int) -> int:
    post = await tx.get_one(Delivery, post_id)
    drawn = Delivery(
        workspace_id=post.workspace_id, person_id=post.person_id, redraws_id=post.id, state=DeliveryState.PENDING,
        created_at=post.created_at, not_before=post.not_before,
    )  # fmt: skip
    tx.add(drawn)
    await tx.flush()
    return drawn.id
