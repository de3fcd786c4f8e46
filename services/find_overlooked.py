"""Pairs whose next look has got lost, or was set by a clock that ran ahead, are looked at again."""

from sqlalchemy import and_, or_, update

from mentoring.nudges.decide import LONGEST_WAIT
from mentoring.pairs import LIVELY, PairState
from services.context import Services
from storage.models import Pair
from storage.transaction import Transaction

ALIVE = [state.value for state in LIVELY]
# Of a pair that was completed, no look is to come once its last echo was asked for.
COMPLETED = PairState.COMPLETED.value


async def find_overlooked(services: Services) -> None:
    """Have them looked at now. Nothing should ever be found; if it is, nobody is nudged twice for it."""
    now = services.now()
    too_far = Pair.look_at > now + LONGEST_WAIT

    async def deed(tx: Transaction) -> None:
        overlooked = or_(
            and_(Pair.state.in_(ALIVE), or_(Pair.look_at.is_(None), too_far)),
            and_(Pair.state == COMPLETED, too_far),
        )
        await tx.execute(
            update(Pair).where(overlooked).values(look_at=now), execution_options={"synchronize_session": False}
        )

    await services.write(deed)
