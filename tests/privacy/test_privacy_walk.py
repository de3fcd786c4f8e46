"""What somebody may not read cannot be read: nowhere that anybody can get to, in no message, no log and no file.

Two people have written into every field of the table. Then each kind of reader (both of them, who organises, somebody
of the same workspace, somebody of another) sees and presses everything there is, and by hand what others are offered.
A surface that is new is walked as soon as a command, a shortcut or a button leads there.
"""

import io
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import pytest
from sqlalchemy import select, update

from mentoring.notices import Content, NoticeKind
from mentoring.nudge_contents import Settled
from storage.keyring import Keyring
from storage.models import Goal, GoalDraft, Notice
from storage.store import Store
from storage.transaction import Transaction
from tests.databases import Databases
from tests.privacy.cells import Cell, cells_of, remove, rewrite
from tests.privacy.everything import write_everything
from tests.privacy.logged import everything_logged
from tests.privacy.slack import Heard
from tests.privacy.steps import TYPED, Seen, Step
from tests.privacy.table import FIELDS, Circle
from tests.privacy.undone_store import UndoneStore
from tests.privacy.walk import Reader, Walk
from tests.services.world import WORKSPACE, World
from views.ids import FormId

# One worker walks, once.
pytestmark = pytest.mark.xdist_group("privacy")

ELSEWHERE = "T2"
TOM, MAYA, ORGANISER, OUTSIDER = (Reader(name, WORKSPACE) for name in ("tom", "maya", "amara", "zoe"))
STRANGER = Reader("maya", ELSEWHERE)
WRITERS = (TOM, MAYA)
READERS = (*WRITERS, ORGANISER, OUTSIDER, STRANGER)
KINDS = ("mentor", "mentee", "organiser", "outsider", "stranger")
OF_EACH_READER = pytest.mark.parametrize("reader", READERS, ids=KINDS)
OF_BOTH = pytest.mark.parametrize("reader", WRITERS, ids=KINDS[:2])

# What leaves no trace for a partner. A draft that is ready does, and so does what was shared or compared.
WITHOUT_TRACE = {
    "check_in.feeling", "check_in.reflection", "drawn_cards.cards", "review_answer.words", "trouble.kind", "win.words",
}  # fmt: skip

# Written by one of the two alone, or by nobody: a mentor's feedback has a part more than a mentee's, a card of the
# horizon check comes of what both answered, and of the others the row does not say who wrote it.
NOT_OF_BOTH: Mapping[str, set[str | None]] = {
    "feedback.belief": {"tom"}, "horizon_card.subject": {None}, "checkpoint.words": {None},
    "clarification.words": {None}, "clarification.reply": {None},
}  # fmt: skip

# What a step is about: a nudge, or something with a random id.
ID = re.compile("[0-9a-f]{32}|# in .*")

# A message shows to whom it asked what they answered there, and that they turned such messages off.
ANSWERED_THERE = {"notice.answer", "person.kinds_off", "person.wants_hour_before"}


@dataclass(frozen=True)
class Walked:
    """What was written, and what came of walking through it.

    `by_hand` is what each came to see by steps that only others are offered; `stored` are the bytes of the database.
    """

    walk: Walk
    cells: Sequence[Cell]
    seen: Mapping[Reader, Seen]
    by_hand: Mapping[Reader, Seen]
    stored: bytes
    log: io.StringIO

    @property
    def words(self) -> list[str]:
        return [cell.words for cell in self.cells if cell.words]


@pytest.fixture(scope="module")
async def walked(
    databases: Databases, keyring: Keyring, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Walked]:
    folder = tmp_path_factory.mktemp("privacy")
    with everything_logged() as log, Heard().listening() as heard:
        store = Store(await databases.sqlite(folder), keyring)
        world = await World.begin(store)
        await write_everything(world)
        await (await World.begin(store, ELSEWHERE)).paired("tom", "maya")
        stored = b"".join(file.read_bytes() for file in folder.iterdir())
        await store.close()

        undone = UndoneStore(folder / "rapport.db", keyring)
        walk = Walk(undone, world.now, heard)
        cells = await cells_of(undone, WORKSPACE)
        await walk.pass_over_empty_pairs()
        old = await walk.old_buttons()
        seen = {
            # What a form says to who submits it, it says to either.
            TOM: await walk.explore(TOM, old, submits=False),
            MAYA: await walk.explore(MAYA, old),
            ORGANISER: await walk.explore(ORGANISER),
            OUTSIDER: await walk.explore(OUTSIDER),
            STRANGER: await walk.look(STRANGER),
        }
        by_hand = {reader: await walk.take(reader, offered_to_others(seen, reader)) for reader in READERS}
        yield Walked(walk, cells, seen, by_hand, stored, log)
        await undone.close()


def offered_to_others(seen: Mapping[Reader, Seen], reader: Reader) -> list[Step]:
    """What the two are offered that is about something of theirs, and this reader has not tried.

    What can be done to several things, a reader who is in no pair of theirs tries on one of them.
    """
    steps = {step.name: step for writer in WRITERS for step in seen[writer].steps.values()}
    left = [step for step in steps.values() if step.is_submit or ID.search(step.name)]
    left = [step for step in left if step.name not in seen[reader].drawn]
    return left if reader in WRITERS else [*{ID.sub("", step.name): step for step in left}.values()]


def may_read(reader: Reader, cell: Cell) -> bool:
    return reader.workspace == WORKSPACE and reader.name in cell.readers


def is_private(cell: Cell) -> bool:
    return cell.circle is Circle.WRITER and cell.field not in ANSWERED_THERE


def found(seen: Seen, cells: Sequence[Cell]) -> list[tuple[str, str]]:
    """Which fields show, and where."""
    places = seen.drawn.items()
    return [(cell.field, where) for cell in cells for where, drawn in places if cell.words and cell.words in drawn]


def test_both_have_written_into_every_field(walked: Walked) -> None:
    writers: dict[str, set[str | None]] = defaultdict(set)
    for cell in walked.cells:
        writers[cell.field].add(cell.writer)
    both: set[str | None] = {"tom", "maya"}
    expected = {field: NOT_OF_BOTH.get(field, both) for field in FIELDS}
    assert {field: writers[field] & expected[field] for field in FIELDS} == expected


def test_whoever_may_read_something_finds_it(walked: Walked) -> None:
    """Or it would say little that others do not. What one shared with others, one need not be shown again."""
    shown = [cell for cell in walked.cells if FIELDS[cell.field].shows]
    assert [(cell.field, name) for cell in shown for name in sought_by(cell) - finders(walked, cell)] == []
    assert [cell.field for cell in shown if not finders(walked, cell)] == []


def sought_by(cell: Cell) -> set[str]:
    """Who has to find something; where it is not said who wrote it, it is enough that anybody does."""
    if cell.circle is Circle.WRITER:
        return {*cell.readers}
    return {*cell.readers} - {cell.writer} if cell.writer else set()


def finders(walked: Walked, cell: Cell) -> set[str]:
    return {reader.name for reader, seen in walked.seen.items() if str(cell.value) in seen.text}


@OF_EACH_READER
def test_nobody_else_finds_a_word_of_it(walked: Walked, reader: Reader) -> None:
    others = [cell for cell in walked.cells if not may_read(reader, cell)]
    assert others
    assert found(walked.seen[reader], others) + found(walked.by_hand[reader], others) == []


@OF_BOTH
async def test_what_is_for_oneself_is_in_no_message(walked: Walked, reader: Reader) -> None:
    """Slack keeps messages, also those to oneself; nor does what one felt or answered change what they say."""
    walk, kept = walked.walk, walked.seen[reader].kept
    private = [cell for cell in walked.cells if is_private(cell)]
    assert [cell.field for cell in private if cell.words and cell.words in "".join(kept.values())] == []
    await rewrite(walk.store, WORKSPACE, is_private)
    with walk.store.kept():
        after = await walk.look(reader)
    assert [where for where, said in after.kept.items() if said != kept[where]] == []


@OF_EACH_READER
async def test_had_it_been_something_else_they_would_see_the_same(walked: Walked, reader: Reader) -> None:
    """So no score, no answer and no choice of others shows either, in words or in what follows from it."""
    walk, seen, by_hand = walked.walk, walked.seen[reader], walked.by_hand[reader]
    await rewrite(walk.store, WORKSPACE, lambda cell: not may_read(reader, cell))
    with walk.store.kept():
        first, then = await walk.look(reader), await walk.take(reader, [*seen.showed, *by_hand.showed])
    before, after = seen.drawn | by_hand.drawn, first.drawn | then.drawn
    assert [where for where, drawn in after.items() if drawn != before[where]] == []


@OF_BOTH
async def test_had_it_not_been_written_their_partner_would_see_the_same(walked: Walked, reader: Reader) -> None:
    """That somebody wrote at all is theirs, too."""
    walk, seen = walked.walk, walked.seen[reader]
    pages = [step for step in seen.showed if re.search("story|/mentoring|open_pair|review", step.name)]
    await remove(walk.store, WORKSPACE, lambda cell: cell.field in WITHOUT_TRACE and not may_read(reader, cell))
    with walk.store.kept():
        first, then = await walk.look(reader), await walk.take(reader, pages)
    after = first.drawn | then.drawn
    assert [where for where, drawn in after.items() if drawn != seen.drawn[where]] == []


@OF_BOTH
async def test_a_draft_is_its_writers_until_both_are_ready(walked: Walked, reader: Reader) -> None:
    async def deed(tx: Transaction) -> None:
        await tx.execute(update(GoalDraft).values(ready_at=None))
        await tx.execute(update(Goal).values(state="dropped"))

    walk, seen = walked.walk, walked.seen[reader]
    goals = [step for step in seen.showed if "goal" in step.name]
    await walk.store.write(deed)
    with walk.store.kept():
        cells = [cell for cell in await cells_of(walk.store, WORKSPACE) if cell.field.startswith("goal_draft")]
        assert {cell.circle for cell in cells} == {Circle.WRITER}
        before = await walk.take(reader, goals)
        assert found(before, [cell for cell in cells if may_read(reader, cell)])
        await rewrite(walk.store, WORKSPACE, lambda cell: not may_read(reader, cell))
        with walk.store.kept():
            assert (await walk.take(reader, goals)).drawn == before.drawn


async def test_an_unexpected_error_says_nothing(walked: Walked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither to who made it happen, who is told that it did, nor to the log."""

    async def breaks(*_anything: object) -> None:
        raise ValueError(*walked.words, TYPED)

    walk, start = walked.walk, walked.log.tell()
    submits = [step for step in walked.seen[MAYA].steps.values() if step.is_submit]
    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", breaks)
        told = (await walk.take(MAYA, submits)).drawn
    failed = [step for step in submits if walk.says_that_it_failed(told[step.name])]
    assert failed
    walk.failed.clear()
    said = walked.log.getvalue()[start:] + "".join(told[step.name] for step in failed)
    assert "ValueError" in said
    assert [words for words in (*walked.words, TYPED) if words in said] == []


def test_no_step_ends_in_an_error_that_nobody_had_thought_of(walked: Walked) -> None:
    assert walked.walk.failed == []


def test_a_message_takes_nothing_along_but_an_id(walked: Walked) -> None:
    assert walked.walk.metadata
    for metadata in walked.walk.metadata:
        payload = metadata["event_payload"]
        assert (set(metadata), set(payload)) == ({"event_type", "event_payload"}, {"correlation_id"})
        assert re.fullmatch("[0-9a-f]{32}", payload["correlation_id"])


def test_no_line_of_the_log_has_a_word_of_it(walked: Walked) -> None:
    log = walked.log.getvalue()
    assert "refused" in log
    assert [words for words in (*walked.words, TYPED) if words in log] == []


def test_it_is_in_no_file_unsealed(walked: Walked) -> None:
    assert b"Maya Iyer" in walked.stored
    assert [words for words in walked.words if words.encode() in walked.stored] == []


def test_the_walk_leads_through_every_form(walked: Walked) -> None:
    drawn = "".join(seen.text for seen in walked.seen.values())
    assert {form for form in FormId if f'"callback_id": "{form}"' not in drawn} == set()


async def test_the_walk_sees_whatever_anybody_can_be_told(walked: Walked) -> None:
    """Each kind of notice, nudges while they ask, and each thing that any of them may say."""

    async def look(tx: Transaction) -> dict[int, str]:
        return {notice.id: notice.kind for notice in await tx.scalars(select(Notice))}

    kinds, told = await walked.walk.store.read(look), walked.walk.told
    assert {kinds[id_] for id_, content in told.items() if not isinstance(content, Settled)} == {*NoticeKind}
    assert {type(content) for content in told.values()} == {*_parts_of(Content)}


def _parts_of(union: object) -> Iterator[object]:
    parts = get_args(union)
    for part in parts:
        yield from _parts_of(part)
    if not parts:
        yield union
