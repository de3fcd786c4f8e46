"""Somebody looks at all goals of a pair and says of each what is to become of it."""

from dataclasses import replace

from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.revisiting import Revisit, RevisitDraft, RevisitValues
from mentoring.shared_goals import GoalState, list_print
from services.answer_goal import note_kept
from services.answers import note_revisited
from services.context import Services
from services.knowing import known_person, lively_pair
from services.pair_goals import bring_goals_to, pair_goals
from storage.intake import is_first_submit
from storage.models import Person
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction

LEAVES = {Revisit.REACHED: GoalState.REACHED, Revisit.DROP: GoalState.DROPPED}


async def prepare_revisit(services: Services, actor: Actor, pair_id: str) -> RevisitDraft:
    """What the form starts with.

    Raises:
        Refusal: It is not their pair, or it has ended; `TOO_LATE`: nothing is on their list any more.
    """

    async def look(tx: Transaction) -> RevisitDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        goals = (await pair_goals(tx, pair)).open
        if not goals:
            raise Refusal(Reason.TOO_LATE)
        return RevisitDraft(pair.id, card(partner), goals, list_print(goals), locale=person.locale)

    return await services.read(look)


async def revisit_goals(services: Services, actor: Actor, values: RevisitValues, form_id: str) -> None:
    """Keep what was chosen; what is to be changed waits for its own form. A second submit changes nothing.

    Raises:
        Refusals: `CHANGED_MEANWHILE`: the partner has changed the goals while the form was open.
        Refusal: It is not their pair, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        there = await pair_goals(tx, pair)
        if list_print(there.open) != values.seen:
            refuse([Refusal(Reason.CHANGED_MEANWHILE)])
        chosen = [(there.kept[id_], choice) for id_, choice in values.chosen if id_ in there.kept]
        leaving = [replace(goal, state=LEAVES[choice]) for goal, choice in chosen if choice in LEAVES]
        await bring_goals_to(tx, now, person, pair, there, leaving)
        for goal, choice in chosen:
            if choice is Revisit.KEEP:
                note_kept(there.rows[goal.id or ""], person, now)
        await note_revisited(tx, now, person, pair)

    await services.write(deed)
