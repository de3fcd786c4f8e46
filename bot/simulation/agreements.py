"""What somebody made up does when they are asked about the agreement of their pair."""

from mentoring.agreements import AgreementValues
from mentoring.people import Actor
from services.answer_agreement import agree, say_still_right
from services.context import Services
from services.propose_agreement import prepare_agreement, propose_agreement


async def look_at_agreement(services: Services, actor: Actor, pair_id: str, form_id: str) -> None:
    """Agree to what waits for them, find what holds still right, or propose one.

    Raises:
        Refusal: The pair has ended, or their partner was quicker.
        Refusals: The same.
    """
    draft = await prepare_agreement(services, actor, pair_id)
    if draft.waiting:
        await agree(services, actor, draft.waiting.id)
    elif draft.agreed:
        await say_still_right(services, actor, draft.agreed.id)
    else:
        await propose_agreement(services, actor, AgreementValues(pair_id, draft.terms, draft.seen), form_id)
