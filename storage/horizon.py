"""The horizon check. What somebody answered is found by its author alone; a card by either of the pair."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, or_, select

from mentoring.horizon import COMPARED, Answers, Card, CardState, Round, Subject
from storage.agenda import is_open
from storage.models import AgendaItem, HorizonAnswers, HorizonCard, Pair, Person
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
ANSWERS = (
    select(HorizonAnswers)
    .where(HorizonAnswers.pair_id == bindparam("pair"), HorizonAnswers.author_id == bindparam("author"))
    .order_by(HorizonAnswers.answered_at.desc())
)
OF_PAIR = HorizonCard.pair_id == bindparam("pair")
CARDS = select(HorizonCard).where(OF_PAIR).order_by(HorizonCard.round, HorizonCard.position)


async def answers_of(tx: Transaction, pair: Pair, author_id: str) -> dict[Round, HorizonAnswers]:
    """What this author answered in each check of a pair, the newest first."""
    rows = await tx.scalars(ANSWERS, {"pair": pair.id, "author": author_id})
    return {Round(row.round): row for row in rows}


def read_answers(tx: Transaction, row: HorizonAnswers) -> Answers:
    """What is in there, for its author, or to be compared."""
    return Answers.decoded(tx.unseal(row, "answers") or "")


async def keep_answers(
    tx: Transaction,
    pair: Pair,
    author: Person,
    round_: Round,
    answers: Answers,
    now: datetime,
    before: HorizonAnswers | None,
) -> HorizonAnswers:
    """Put somebody's answers in the place of those they gave `before` in this check."""
    row = before
    if row is None:
        row = HorizonAnswers(
            workspace_id=pair.workspace_id, pair_id=pair.id, author_id=author.id, round=round_, answered_at=now
        )
        tx.add(row)
    row.answered_at = now
    tx.seal(row, "answers", answers.code)
    await tx.flush()
    return row


async def cards_of(tx: Transaction, pair: Pair) -> dict[Round, list[HorizonCard]]:
    """The cards of each check of a pair, in their order."""
    found: dict[Round, list[HorizonCard]] = {each: [] for each in Round}
    for row in await tx.scalars(CARDS, {"pair": pair.id}):
        found[Round(row.round)].append(row)
    return found


def subject_of(tx: Transaction, row: HorizonCard) -> Subject:
    """What a card is about."""
    return COMPARED[int(tx.unseal(row, "subject") or "")]


def add_card(tx: Transaction, pair: Pair, round_: Round, position: int, subject: Subject) -> None:
    """Keep that a pair sees something differently."""
    row = HorizonCard(workspace_id=pair.workspace_id, pair_id=pair.id, round=round_, position=position)
    tx.seal(row, "subject", str(COMPARED.index(subject)))
    tx.add(row)


async def card_as_it_stands(tx: Transaction, row: HorizonCard) -> Card:
    """A card as both read it."""
    item = await tx.get(AgendaItem, row.agenda_item_id) if row.agenda_item_id else None
    state = CardState.OPEN
    if item:
        state = CardState.ON_AGENDA if await is_open(tx, item) else CardState.DISCUSSED
    return Card(row.id, subject_of(tx, row), state)


async def find_card(tx: Transaction, person: Person, card_id: str) -> HorizonCard | None:
    """A card of a pair of this person's; anybody else's is not found."""
    query = (
        select(HorizonCard)
        .join(Pair, Pair.id == HorizonCard.pair_id)
        .where(HorizonCard.id == card_id, or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id))
    )
    return await tx.scalar(query)


async def are_cards(tx: Transaction, item_ids: Collection[str]) -> bool:
    """Whether any of what is, or was, on an agenda came from a horizon check."""
    query = select(HorizonCard.id).where(HorizonCard.agenda_item_id.in_(item_ids)).limit(1)
    return await tx.scalar(query) is not None
