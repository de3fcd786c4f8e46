"""Each of a pair writes down goals alone; once both are ready, both read what both wrote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete

from mentoring.goals import DraftState, GoalsDraft, GoalsRevealed, GoalsValues, GoalWords, refusals_of_goals
from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from services.answers import note_revisited
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell, today_of
from storage.goals import are_revealed, drafts_of, goal_words, is_ready
from storage.intake import is_first_submit
from storage.models import GoalDraft, Pair, Person, Programme
from storage.notices import Receiver, redraw, take_back
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def prepare_goals(services: Services, actor: Actor, pair_id: str) -> GoalsDraft | GoalsRevealed:
    """What the form starts with, which holds nothing of the partner's; or what both wrote, once both are ready.

    Raises:
        Refusal: It is not their pair, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> GoalsDraft | GoalsRevealed:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        drafts = await drafts_of(tx, pair)
        mine = goal_words(tx, drafts[person.id])
        if are_revealed(drafts):
            return GoalsRevealed(pair.id, card(partner), mine, goal_words(tx, drafts[partner.id]), person.locale)
        return GoalsDraft(pair.id, card(partner), mine, is_ready(drafts[person.id]))

    return await services.read(look)


async def draft_goals(services: Services, actor: Actor, values: GoalsValues, form_id: str) -> DraftState:
    """Keep what somebody drafted in the place of what they had; whoever is ready stays so. Say what has become of it.

    The partner learns that they are ready, never what they wrote. With the second, both are told what both wrote. A
    second submit of the same form changes nothing.

    Raises:
        Refusals: What is missing, or dates that have passed.
        Refusal: It is not their pair, or it has ended, or, `TOO_LATE`, both have read all of it.
    """

    async def deed(tx: Transaction) -> DraftState:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        drafts = await drafts_of(tx, pair)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return _state(drafts, person)
        if are_revealed(drafts):
            raise Refusal(Reason.TOO_LATE)
        was_ready = is_ready(drafts[person.id])
        ready = values.is_ready or was_ready
        entered = replace(values, is_ready=ready)
        refuse([*refusals_of_goals(entered, goal_words(tx, drafts[person.id]), today_of(person, now))])
        drafts[person.id] = await _keep(tx, pair, person, values.goals, now, ready_at=now if ready else None)
        if drafts[person.id]:
            await note_revisited(tx, now, person, pair)
        if ready and not was_ready:
            await _tell(tx, pair, person, now, revealed=are_revealed(drafts))
        return _state(drafts, person)

    return await services.write(deed)


async def _keep(
    tx: Transaction, pair: Pair, person: Person, goals: Sequence[GoalWords], now: datetime, *, ready_at: datetime | None
) -> list[GoalDraft]:
    """Put what was entered in the place of what there was."""
    await tx.execute(delete(GoalDraft).where(GoalDraft.pair_id == pair.id, GoalDraft.author_id == person.id))
    drafts = []
    for position, goal in enumerate(goal for goal in goals if not goal.is_blank):
        draft = GoalDraft(
            workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, position=position,
            ready_at=ready_at, created_at=now,
        )  # fmt: skip
        tx.seal(draft, "statement", goal.statement)
        tx.seal(draft, "measure", goal.measure)
        tx.seal(draft, "due_on", goal.due_on.isoformat() if goal.due_on else None)
        tx.seal(draft, "why", goal.why)
        tx.add(draft)
        drafts.append(draft)
    return drafts


async def _tell(tx: Transaction, pair: Pair, person: Person, now: datetime, *, revealed: bool) -> None:
    """The first to be ready has their partner told so; with the second, both are told what both wrote."""
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    if not revealed:
        await tell(tx, now, NoticeKind.GOALS_READY, pair.id, partner, programme, pair_id=pair.id)
        return
    me = Receiver(pair.workspace_id, person_id=person.id)
    if not await take_back(tx, NoticeKind.GOALS_READY, pair.id, me, now):
        await redraw(tx, [pair.id], [NoticeKind.GOALS_READY], now)
    kind = NoticeKind.GOALS_REVEALED
    await tell(tx, now, kind, pair.id, person, programme, weight=Weight.REPLY, pair_id=pair.id)
    await tell(tx, now, kind, pair.id, partner, programme, pair_id=pair.id)


def _state(drafts: dict[str, list[GoalDraft]], person: Person) -> DraftState:
    if are_revealed(drafts):
        return DraftState.REVEALED
    if is_ready(drafts[person.id]):
        return DraftState.READY
    return DraftState.KEPT if drafts[person.id] else DraftState.EMPTY
