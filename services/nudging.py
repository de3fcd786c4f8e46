"""Nudges of pairs whose time has come: what the rules choose is told, once. Called inside a deed's transaction."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, or_, select

from mentoring.forecast import messages_at, noted
from mentoring.notices import NoticeKind
from mentoring.nudges.choose import Message
from mentoring.nudges.decide import Decision, decide, overtaken
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Key, Snapshot
from mentoring.pairs import LIVELY, PairState
from services.milestones import notice_what_time_brings
from services.opening_questions import choose_questions
from services.snapshots import NUDGES, snapshots
from storage.lists import is_any
from storage.models import Notice, Organiser, Pair, Workspace
from storage.notices import Receiver, forget_unsent, redraw_posts
from storage.people import mark_homes_stale
from storage.putting import Telling, put_notices
from storage.transaction import Transaction

# A pair that was completed has an echo to come.
ON_THEIR_WAY = [state.value for state in (*LIVELY, PairState.COMPLETED)]

# Made once: making a statement takes longer than running it.
PEOPLE: BindParameter[str] = bindparam("people", expanding=True)
# Of a workspace one process nudges at a time: what somebody is told of one pair leaves less room for the others. Its
# people are not held for that, since deeds hold them in another order.
HELD = (
    select(Workspace.id)
    .where(Workspace.id.in_(bindparam("workspaces", expanding=True)))
    .order_by(Workspace.id)
    .with_for_update(key_share=True)
)
ALL_OF_THEIRS = select(Pair).where(
    or_(Pair.mentor_id.in_(PEOPLE), Pair.mentee_id.in_(PEOPLE)), is_any(Pair.state, ON_THEIR_WAY)
)
STILL_ASKING = select(Notice).where(
    Notice.pair_id.in_(bindparam("pairs", expanding=True)),
    is_any(Notice.kind, NUDGES),
    Notice.day.is_not(None),
    or_(Notice.answered_at.is_(None), Notice.waits_for_partner),
    Notice.overtaken_at.is_(None),
)


async def nudge(tx: Transaction, now: datetime, pairs: Sequence[Pair]) -> None:
    """Tell what there is to tell of pairs, which are held; retire what has been overtaken; note when to look again.

    What goes to somebody depends on all of their pairs, so those are looked at as well.
    """
    if not pairs:
        return
    people = sorted({id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)})
    if tx.dialect == "postgresql":
        # On SQLite there is one writer anyway.
        await tx.execute(HELD, {"workspaces": list({pair.workspace_id for pair in pairs})})
    near = {pair.id: pair for pair in [*pairs, *await tx.scalars(ALL_OF_THEIRS, {"people": people})]}
    await forget_unsent(tx, near, NUDGES)
    seen = await snapshots(tx, near.values())
    members = {each.person_id: each for pair in pairs for each in seen[pair.id].members}
    decided = {id_: decide(pair, now) for id_, pair in seen.items()}
    messages = messages_at(seen.values(), decided, [members[id_] for id_ in people], now)
    await put_notices(tx, list(_tellings(messages, near, now)), now)
    await choose_questions(tx, now, messages, near, seen)
    for id_ in {each.pair_id for message in messages for each in message.nudges}:
        seen[id_] = noted(seen[id_], messages)
        decided[id_] = decide(seen[id_], now)
    changed = [pair for pair in pairs if _keep(pair, decided[pair.id], now)]
    concerned = await notice_what_time_brings(tx, now, pairs, seen)
    await _retire(tx, now, {pair.id: seen[pair.id] for pair in pairs})
    if changed:
        both = {id_ for pair in changed for id_ in (pair.mentor_id, pair.mentee_id)}
        organisers = select(Organiser.person_id).where(
            Organiser.programme_id.in_({each.programme_id for each in changed})
        )
        concerned |= {*both, *await tx.scalars(organisers)}
    if concerned:
        await mark_homes_stale(tx, now, concerned)


def _tellings(messages: Sequence[Message], pairs: Mapping[str, Pair], now: datetime) -> Iterator[Telling]:
    for message in messages:
        for each in message.nudges:
            key = each.key
            receiver = Receiver(pairs[each.pair_id].workspace_id, person_id=key.receiver)
            yield Telling(
                NoticeKind(key.kind), receiver, key.subject, now, each.pair_id, key.occurrence, {"step": each.step},
                message.day, message.open_until,
            )  # fmt: skip


def _keep(pair: Pair, decision: Decision, now: datetime) -> bool:
    """Note what time has made of a pair; whether anybody's home shows it."""
    before = pair.state, pair.stuck_since
    pair.state = decision.state
    pair.look_at = decision.look_at
    pair.stuck_since = (pair.stuck_since or now) if decision.is_stuck else None
    return (pair.state, pair.stuck_since) != before


async def _retire(tx: Transaction, now: datetime, pairs: Mapping[str, Snapshot]) -> None:
    """What has lost its reason asks nothing any more, and where it is out already, it says so."""
    lost: dict[str, set[Key]] = {}
    for pair_id, pair in pairs.items():
        asking = [told.key for told in pair.told if told.still_asks]
        if asking and (without_reason := overtaken(asking, pair, now)):
            lost[pair_id] = without_reason
    if not lost:
        return
    posts = []
    for notice in await tx.scalars(STILL_ASKING, {"pairs": list(lost)}):
        key = Key(NudgeKind(notice.kind), notice.subject, notice.occurrence, notice.receiver)
        if key in lost[notice.pair_id or ""]:
            notice.overtaken_at = now
            posts.append(notice.delivery_id)
    await redraw_posts(tx, [id_ for id_ in posts if id_], now)
