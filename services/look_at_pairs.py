"""Time passes: pairs whose time has come are looked at, and the rules say what to tell and when to look again."""

from sqlalchemy import and_, bindparam, exists, select

from mentoring.pairs import PairState
from services.context import Services
from services.look_at_proposals import look_at_proposals
from services.nudging import nudge
from storage.models import Pair, Workspace
from storage.models.base import UtcDateTime
from storage.transaction import Transaction

BATCH = 100

# Made once: making a statement takes longer than running it.
DUE = and_(
    Pair.look_at <= bindparam("now", type_=UtcDateTime()),
    exists().where(Workspace.id == Pair.workspace_id, Workspace.uninstalled_at.is_(None)),
)
# The first of them, and not whether there is any: for that PostgreSQL may read all pairs.
IS_ANY_DUE = select(Pair.look_at).where(DUE).order_by(Pair.look_at).limit(1)
# A pair that a deed has in hand is passed over too: that wants it looked at as it leaves it, which is soon.
DUE_PAIRS = select(Pair).where(DUE).order_by(Pair.look_at, Pair.id).limit(BATCH).with_for_update(skip_locked=True)


async def look_at_pairs(services: Services) -> int:
    """Look at some of the pairs whose `look_at` has come; how many there were. Call it again until there are none.

    What is told of each pair is told once, whoever looks and however often. Several processes share the work: what one
    has in hand the others pass over. As many statements for one pair as for a hundred.
    """
    now = services.now()

    async def look(tx: Transaction) -> bool:
        return await tx.scalar(IS_ANY_DUE, {"now": now}) is not None

    async def deed(tx: Transaction) -> int:
        pairs = (await tx.scalars(DUE_PAIRS, {"now": now})).all()
        await look_at_proposals(tx, now, [pair for pair in pairs if pair.state == PairState.PROPOSED])
        await nudge(tx, now, [pair for pair in pairs if pair.state != PairState.PROPOSED])
        return len(pairs)

    return await services.sweep(look, deed)
