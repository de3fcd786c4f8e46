"""People of a made-up programme answer their horizon check, as the dice fall."""

from bot.simulation.people import Dice
from mentoring.horizon import SCALES, Answers, HorizonValues, Subject
from mentoring.people import Actor
from services.check_horizon import answer_horizon, prepare_horizon
from services.context import Services


async def check_horizon(services: Services, actor: Actor, pair_id: str, dice: Dice, form_id: str) -> None:
    """Somebody answers all five; or would rather not say one or the other.

    Raises:
        Refusal: The pair has ended.
    """
    open_ = (await prepare_horizon(services, actor, pair_id)).round
    if open_:
        digits = (dice.one_of(tuple(range(len(SCALES[subject]) + 1))) for subject in Subject)
        answers = Answers.decoded("".join(map(str, digits)))
        await answer_horizon(services, actor, HorizonValues(pair_id, open_, answers), form_id)
