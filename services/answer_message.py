"""Somebody wrote to the bot: they get a helpful answer, never silence."""

from mentoring.notices import NoticeKind, Weight
from mentoring.people import Profile
from services.context import Services
from services.telling import tell
from storage.people import keep_profile
from storage.programmes import first_programme
from storage.transaction import Transaction


async def answer_message(services: Services, workspace: str, profile: Profile, event_id: str) -> None:
    """Answer one message, once; what it said is not read."""

    async def deed(tx: Transaction) -> None:
        person = await keep_profile(tx, workspace, profile)
        programme = await first_programme(tx, workspace)
        await tell(tx, services.now(), NoticeKind.HELP, event_id, person, programme, weight=Weight.REPLY)

    await services.write(deed)
