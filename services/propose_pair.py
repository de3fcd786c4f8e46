"""An organiser pairs two people; nothing starts before both accept."""

from mentoring.notices import NoticeKind
from mentoring.pairs import PairState, PairValues, refusals_to_pair
from mentoring.people import Actor, Profile
from mentoring.refusals import Reason, Refusal, refuse
from services.context import Services
from services.knowing import organised_programme
from services.shout_outs import place_refused_anew
from services.telling import tell
from storage.inserts import insert_once
from storage.intake import is_first_submit
from storage.models import Pair, new_id
from storage.people import keep_profile, mark_homes_stale
from storage.transaction import Transaction


async def propose_pair(
    services: Services, actor: Actor, values: PairValues, mentor: Profile, mentee: Profile, form_id: str
) -> None:
    """Propose a pair to both of its people, each by an introduction. A second submit of one form changes nothing.

    Raises:
        Refusals: These two cannot be paired, or not like this; each reason with the field it belongs to.
        Refusal: The actor organises nothing, or the pair exists.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        # Held where a channel is to be set, which somebody else may be setting.
        organiser, programme = await organised_programme(tx, actor, lock=values.channel is not None)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        refuse(list(refusals_to_pair(mentor, mentee, actor.workspace, values.rhythm_days)))
        people = [await keep_profile(tx, actor.workspace, profile) for profile in (mentor, mentee)]
        pair_id = await insert_once(
            tx, Pair, id=new_id(), workspace_id=actor.workspace, programme_id=programme.id, mentor_id=people[0].id,
            mentee_id=people[1].id, proposed_by_id=organiser.id, state=PairState.PROPOSED.value,
            rhythm_days=values.rhythm_days, length_months=programme.length_months, proposed_at=now, look_at=now,
        )  # fmt: skip
        if pair_id is None:
            raise Refusal(Reason.ALREADY_PAIRED, "mentee", mentor=mentor.name, mentee=mentee.name)
        if values.channel and programme.channel is None:
            programme.channel = values.channel
            await place_refused_anew(tx, programme)
        for person in people:
            await tell(tx, now, NoticeKind.INTRODUCTION, pair_id, person, programme, pair_id=pair_id)
        await mark_homes_stale(tx, now, (person.id for person in people), organisers_of=programme.id)

    await services.write(deed)
