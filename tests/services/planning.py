"""What tests of planned sessions do again and again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from mentoring.planning import (
    OfferValues,
    PlanDraft,
    PlanValues,
    TimesOffered,
)
from services.plan_session import plan_session
from services.prepare_plan import prepare_plan
from services.propose_times import propose_times
from storage.models import Pair, Session
from tests.services.world import World

FRIDAY = datetime(2026, 3, 6, 12, tzinfo=UTC)


async def plan(
    world: World,
    name: str,
    pair: str,
    at: datetime,
    *,
    form: str | None = None,
    **values: Any,  # noqa: ANN401
) -> None:
    await plan_session(world.services, world.who(name), PlanValues(pair, at, **values), form or world.form())


async def draft_of(world: World, name: str, **about: str) -> PlanDraft:
    return await prepare_plan(world.services, world.who(name), **about)


async def propose(world: World, name: str, pair: str, *times: datetime, seen: str | None = None) -> None:
    offered = {f"time_{place}": at for place, at in enumerate(times, start=1)}
    values = OfferValues(pair, offered, seen_offer=seen)
    await propose_times(world.services, world.who(name), values, world.form())


async def sessions(world: World, pair: str) -> Sequence[Session]:
    return await world.all(select(Session).where(Session.pair_id == pair).order_by(Session.created_at))


async def looked_at(world: World, pair: str) -> datetime | None:
    [at] = await world.all(select(Pair.look_at).where(Pair.id == pair))
    return at


async def offered_to(world: World, name: str) -> list[tuple[str, datetime]]:
    """The times that somebody was offered last, each with its id."""
    return list((await world.newest(name, TimesOffered)).times)
