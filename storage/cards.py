"""Which conversation cards a pair was given, and which of them somebody looked at for themselves."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, select

from mentoring.question_bank import Card, Stage
from storage.inserts import insert_once
from storage.models import AskedQuestion, DrawnCards, Pair, new_id
from storage.sessions import meetings_in_row
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
PAIRS: BindParameter[str] = bindparam("pairs", expanding=True)
# With a pair that was asked nothing yet, and how often each has met.
ASKED = (
    select(Pair.id, meetings_in_row()[0], AskedQuestion.stage, AskedQuestion.number, AskedQuestion.session_id)
    .outerjoin(AskedQuestion, AskedQuestion.pair_id == Pair.id)
    .where(Pair.id.in_(PAIRS))
)
OF_SESSION = select(AskedQuestion.stage, AskedQuestion.number).where(AskedQuestion.session_id == bindparam("session"))
OF_STAGE = select(AskedQuestion.number).where(
    AskedQuestion.pair_id == bindparam("pair"), AskedQuestion.stage == bindparam("stage")
)
DRAWN = select(DrawnCards).where(DrawnCards.pair_id == bindparam("pair"), DrawnCards.author_id == bindparam("person"))
DRAWN_LOCKED = DRAWN.with_for_update()


@dataclass
class AskedBefore:
    """What a pair was asked: how often it has met, the cards of each stage, and of which sessions."""

    sessions: int = 0
    numbers: dict[Stage, list[int]] = field(default_factory=lambda: defaultdict(list))
    of_sessions: set[str] = field(default_factory=set)

    def note(self, card: Card, session_id: str) -> int:
        """Take a card as asked for a session; which turn of its stage that is."""
        self.numbers[card.stage].append(card.number)
        self.of_sessions.add(session_id)
        return self.numbers[card.stage].count(card.number)


async def asked_before(tx: Transaction, pair_ids: Collection[str]) -> dict[str, AskedBefore]:
    """What each of these pairs was asked, in one statement."""
    found: dict[str, AskedBefore] = {}
    for pair_id, sessions, stage, number, session_id in await tx.execute(ASKED, {"pairs": list(pair_ids)}):
        before = found.setdefault(pair_id, AskedBefore(sessions))
        if stage is not None:
            before.numbers[Stage(stage)].append(number)
        if session_id is not None:
            before.of_sessions.add(session_id)
    return found


async def card_of_session(tx: Transaction, session_id: str) -> Card | None:
    """The card that opens a session; None: its preparation has not been told yet."""
    row = (await tx.execute(OF_SESSION, {"session": session_id})).first()
    return Card(Stage(row.stage), row.number) if row else None


async def seen_by(tx: Transaction, pair: Pair, person_id: str, stage: Stage) -> list[int]:
    """The cards of a stage that one of a pair has had: those they looked at, and those that both were given.

    What their partner looked at is not among them: it would tell.
    """
    given = await tx.scalars(OF_STAGE, {"pair": pair.id, "stage": stage.value})
    drawn = await tx.scalar(DRAWN, {"pair": pair.id, "person": person_id})
    return [*given, *_read(tx, drawn).get(stage.value, [])]


async def note_drawn(tx: Transaction, pair: Pair, person_id: str, card: Card) -> None:
    """Note that one of a pair has had a card."""
    which = {"pair": pair.id, "person": person_id}
    row = await tx.scalar(DRAWN_LOCKED, which)
    if row is None:
        row = DrawnCards(workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person_id)
        tx.add(row)
    cards = _read(tx, row)
    cards.setdefault(card.stage.value, []).append(card.number)
    tx.seal(row, "cards", json.dumps(cards))
    await tx.flush()


async def note_given(tx: Transaction, now: datetime, pair: Pair, card: Card) -> None:
    """Note that both of a pair have had a card, which one of them brought to a session."""
    given = (await tx.scalars(OF_STAGE, {"pair": pair.id, "stage": card.stage.value})).all()
    await insert_once(
        tx, AskedQuestion, id=new_id(), workspace_id=pair.workspace_id, pair_id=pair.id, stage=card.stage.value,
        number=card.number, turn=given.count(card.number) + 1, asked_at=now,
    )  # fmt: skip


def _read(tx: Transaction, row: DrawnCards | None) -> dict[str, list[int]]:
    cards = tx.unseal(row, "cards") if row is not None and row.cards else None
    return json.loads(cards) if cards else {}
