"""An organiser turns the weekly message off, or on again."""

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from storage.models import Notice, Organiser
from storage.notices import redraw_posts
from storage.transaction import Transaction


async def turn_week(services: Services, actor: Actor, notice_id: str, *, on: bool) -> None:
    """Have somebody told, or not told, what waits for them in the programme that a weekly message is about.

    Raises:
        Refusal: It was not told to them, or they organise it no longer.
    """

    async def deed(tx: Transaction) -> None:
        person = await known_person(tx, actor)
        notice = await tx.scalar(
            select(Notice).where(
                Notice.id == (int(notice_id) if notice_id.isdecimal() else 0),
                Notice.receiver == person.id,
                Notice.kind == NoticeKind.ORGANISERS_WEEK.value,
            )
        )
        if notice is None:
            raise Refusal(Reason.NOT_YOURS)
        organiser = await tx.get(Organiser, (notice.subject, person.id), with_for_update=True)
        if organiser is None:
            raise Refusal(Reason.NOT_YOURS)
        if organiser.wants_week is not on:
            organiser.wants_week = on
            await redraw_posts(tx, [notice.delivery_id] if notice.delivery_id else [], services.now())

    await services.write(deed)
