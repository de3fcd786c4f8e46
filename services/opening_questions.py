"""The question that a session opens with is chosen as its preparation is told. Called inside a deed's transaction."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from mentoring.hours import local
from mentoring.nudges.choose import Message
from mentoring.nudges.course import half_way_on, state_at
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import SessionSeen, Snapshot
from mentoring.pairs import PairState
from mentoring.question_bank import Stage, next_card, stage_of_session
from storage.cards import asked_before
from storage.inserts import insert_each_once
from storage.models import AskedQuestion, Pair, new_id
from storage.transaction import Transaction


async def choose_questions(
    tx: Transaction, now: datetime, messages: Iterable[Message], pairs: Mapping[str, Pair], seen: Mapping[str, Snapshot]
) -> None:
    """Choose a card for each session whose preparation is among these messages and that has none yet.

    So both of a pair open with the same, however often and whenever either is told. Two statements, if there is any.
    """
    sessions = sorted(
        {
            (each.pair_id, each.key.subject)
            for message in messages
            for each in message.nudges
            if each.key.kind is NudgeKind.BEFORE_SESSION
        }
    )
    if not sessions:
        return
    before = await asked_before(tx, {pair_id for pair_id, _ in sessions})
    rows = []
    for pair_id, session_id in sessions:
        asked, pair = before[pair_id], pairs[pair_id]
        session = next(each for each in seen[pair_id].sessions if each.id == session_id)
        if session_id in asked.of_sessions or session.planned_at is None:
            continue
        began = pair.accepted_at or pair.proposed_at
        stage = _stage(seen[pair_id], session, session.planned_at, asked.sessions, began)
        card = next_card(stage, asked.numbers[stage], began.toordinal())
        rows.append(
            {
                "id": new_id(), "workspace_id": pair.workspace_id, "pair_id": pair_id, "stage": stage.value,
                "number": card.number, "turn": asked.note(card, session_id), "session_id": session_id, "asked_at": now,
            }
        )  # fmt: skip
    if rows:
        await insert_each_once(tx, AskedQuestion, rows, AskedQuestion.id)


def _stage(pair: Snapshot, session: SessionSeen, planned_at: datetime, sessions: int, began: datetime) -> Stage:
    return stage_of_session(
        sessions,
        local(planned_at, session.zone).date(),
        half_way_on(began.astimezone(UTC), pair.length_months, pair.pauses),
        pair.rhythm_days,
        is_wrapping_up=state_at(pair, planned_at) is PairState.WRAPPING_UP,
    )
