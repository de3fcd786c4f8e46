"""One of a pair shares something with the other: from a nudge between two sessions, or since the other asked."""

from mentoring.notices import NoticeKind
from mentoring.nudge_contents import Outcome
from mentoring.people import Actor
from mentoring.refusals import required
from mentoring.sharing import SharingDraft, SharingValues
from services.answers import answer, told_to
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import Person, Programme, Sharing
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def prepare_sharing(services: Services, actor: Actor, notice_id: str) -> SharingDraft:
    """What the form starts with.

    Raises:
        Refusal: What asks for it was sent to somebody else, or the pair has ended.
    """

    async def look(tx: Transaction) -> SharingDraft:
        person = await known_person(tx, actor)
        notice = await told_to(tx, person, notice_id)
        pair = await lively_pair(tx, person, notice.pair_id or "", lock=False)
        return SharingDraft(notice.id, card(await tx.get_one(Person, partner_of(pair, person.id))))

    return await services.read(look)


async def share_something(services: Services, actor: Actor, values: SharingValues, form_id: str) -> None:
    """Keep what somebody shares, and tell the partner. A second submit of one form changes nothing.

    What was settled while the form was open is shared all the same.

    Raises:
        Refusal: There are no words, or it is somebody else's to answer, or the pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        words = required(values.words, "words")
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        notice = await told_to(tx, person, str(values.notice_id))
        pair = await lively_pair(tx, person, notice.pair_id or "")
        sharing = Sharing(workspace_id=actor.workspace, pair_id=pair.id, author_id=person.id, created_at=now)
        tx.seal(sharing, "words", words)
        await insert_row(tx, sharing)
        await tx.refresh(notice)
        notice.facts = {**notice.facts, "sharing": sharing.id}
        await answer(tx, now, [notice], Outcome.SHARED)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.SHARED, sharing.id, partner, programme, pair_id=pair.id)

    await services.write(deed)
