"""Somebody named in a post for the channel says yes, yes without names, or no."""

from sqlalchemy import select

from mentoring.consent import Answer, ShoutOutState, is_agreed
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.shout_outs import agree, consents_to, named_in, redraw_shout_out
from storage.models import Consent, ShoutOut
from storage.notices import redraw
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def answer_consent(services: Services, actor: Actor, shout_out_id: str, answer: Answer) -> None:
    """Record an answer. It can be changed until the post is agreed or given up; the same one twice changes nothing.

    Raises:
        Refusal: This person is not named in it, or it is too late, or no longer asked.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        shout_out = await tx.scalar(
            select(ShoutOut)
            .join(Consent, Consent.shout_out_id == ShoutOut.id)
            .where(
                ShoutOut.id == shout_out_id,
                ShoutOut.workspace_id == actor.workspace,
                Consent.person_id == person.id,
            )
            .with_for_update(of=ShoutOut)
        )
        if shout_out is None:
            is_gone = await tx.get(ShoutOut, shout_out_id) is None
            raise Refusal(Reason.TOO_LATE if is_gone else Reason.NOT_YOURS)
        consent = await tx.get_one(Consent, (shout_out.id, person.id))
        if consent.answer == answer:
            return
        if shout_out.state != ShoutOutState.ASKING or shout_out.waits_until <= now:
            raise Refusal(Reason.TOO_LATE)
        consent.answer = answer
        consent.answered_at = now
        await tx.flush()
        if is_agreed([Answer(each.answer) if each.answer else None for each in await consents_to(tx, shout_out.id)]):
            agree(now, shout_out)
            await redraw_shout_out(tx, now, shout_out)
            concerned = await named_in(tx, (shout_out,))
        else:
            # Slack marks what is drawn again as edited. To the others a "no" is to look like no answer.
            await redraw(tx, (shout_out.id,), (NoticeKind.CONSENT_ASKED,), now, only_for=person.id)
            concerned = {person.id}
        await mark_homes_stale(tx, now, concerned)

    await services.write(deed)
