"""What is private is seen by its writer alone: in no message, in nobody else's home, and sealed in the database."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from mentoring.agreements import AgreementValues, Term, Terms
from mentoring.celebrations import ConsentAsked
from mentoring.checkpoints import Checkpoint
from mentoring.consent import Answer
from mentoring.feedback import AskValues, Given, GiveValues, Question, WordsValues
from mentoring.forms import AgendaValues
from mentoring.goals import GoalsValues, GoalWords
from mentoring.notices import NoticeKind
from mentoring.picked import PickedMessage
from mentoring.pulses import PulseSharing, PulseValues, Share, Worth
from mentoring.reviews import Answer as Said
from mentoring.reviews import Question as Wonder
from mentoring.reviews import ReviewKind, ReviewValues, Subject, answers_print
from mentoring.reviews import SharingValues as ReviewSharingValues
from mentoring.shared_goals import GoalListValues, SharedGoal
from mentoring.sharing import SharingValues
from mentoring.thanks import ThanksValues
from mentoring.troubles import TalkValues
from mentoring.wins import Audience
from services.ask_feedback import ask_feedback
from services.ask_to_talk import ask_to_talk
from services.bring_to_session import bring_to_session
from services.clarify_feedback import ask_what_was_meant, explain_feedback
from services.draft_goals import draft_goals
from services.follow_up_feedback import say_what_came_of_it
from services.give_feedback import give_feedback
from services.look_back import save_review
from services.note_pulse import keep_pulse
from services.prepare_check_in import prepare_check_in
from services.propose_agreement import propose_agreement
from services.share_goals import save_list
from services.share_pulse import share_pulse
from services.share_review import share_review
from services.share_something import share_something
from services.thank_partner import thank
from storage.models import Base, Clarification, Feedback, FeedbackRequest, Notice, Review
from storage.transaction import Transaction
from tests.services.world import WINS, WORKSPACE, World

PRIVATE = (
    "Tom-doubts-himself", "Maya-is-bored", "Tom-journal", "Maya-journal", "Tom-goal", "Tom-measure", "Tom-why",
    "Maya-looks-back", "Maya-has-changed", "Tom-has-an-echo", "Tom-found-it-long",
)  # fmt: skip
LINK = "https://acme.slack.com/archives/C0HALL/p1700000000000100"
AGREED = tuple(f"{term.value}-of-their-agreement" for term in Term)
SHARED = (
    "talked-of-courage", "promise-of-tom", "promise-for-maya", "win-for-maya", "win-for-all", "agenda-of-tom", LINK,
    "told-by-tom", "asked-about-by-maya", "asked-by-maya", "shone-to-tom", "differently-of-tom", "belief-of-tom",
    "goal-of-both", "measure-of-both", "step-of-both",
    "unclear-to-maya", "meant-by-tom", "done-by-maya", "shared-by-maya", "thanks-from-tom",
    "Maya-found-it-short", *AGREED,
)  # fmt: skip

# Written to the organiser, and to nobody else.
TO_ORGANISER = "maya-asks-for-a-talk"


async def asked_for_a_word(tx: Transaction, pair: str, receiver: str, now: datetime) -> None:
    """Somebody was nudged between two sessions."""
    tx.add(
        Notice(
            workspace_id=WORKSPACE, kind=NoticeKind.BETWEEN_SESSIONS, subject=pair, occurrence="2026-03-02",
            receiver=receiver, pair_id=pair, facts={}, day=now.date(), created_at=now,
        )
    )  # fmt: skip


async def looks_back(world: World, pair: str) -> None:
    """Maya looks back, shares one answer of two and writes it over; Tom writes an echo, and thanks her."""
    helps, changed = Said(Wonder.HELPS, "shared-by-maya"), Said(Wonder.CHANGED, "Maya-has-changed")
    subject = Subject(pair, ReviewKind.HALF_WAY)
    await save_review(world.services, world.who("maya"), ReviewValues(subject, (changed, helps)), world.form())
    [review] = await world.all(select(Review.id))
    values = ReviewSharingValues(review, (Wonder.HELPS,), answers_print((helps,)))
    await share_review(world.services, world.who("maya"), values, world.form())
    again = ReviewValues(subject, (changed, Said(Wonder.HELPS, "Maya-looks-back")))
    await save_review(world.services, world.who("maya"), again, world.form())
    echo = ReviewValues(Subject(pair, ReviewKind.ECHO, "3"), (Said(Wonder.CAME_OF_IT, "Tom-has-an-echo"),))
    await save_review(world.services, world.who("tom"), echo, world.form())
    await thank(world.services, world.who("tom"), ThanksValues(pair, "thanks-from-tom"), world.form())


@pytest.fixture
async def pair(world: World) -> str:
    """Two people who have written something into every field there is, and sent it all."""
    await world.changes_programme(channel=WINS)
    pair = await world.paired("tom", "maya")
    await world.checks_in(
        "tom", pair, notes="talked-of-courage", my_promises=("promise-of-tom",), their_promises=("promise-for-maya",),
        feeling=1, reflection="Tom-doubts-himself", win="Tom-journal", win_audience=Audience.ME,
    )  # fmt: skip
    [session] = (await prepare_check_in(world.services, world.who("maya"))).sessions
    await world.checks_in("maya", pair, session_id=session.id, feeling=2, reflection="Maya-is-bored")
    for name, worth, words in (("tom", Worth.HARDLY, "Tom-found-it-long"), ("maya", Worth.WELL, "Maya-found-it-short")):
        await keep_pulse(world.services, world.who(name), PulseValues(session.id, worth, words), world.form())
    shared = PulseSharing(session.id, Share.WORDS, revision=1)
    assert await share_pulse(world.services, world.who("maya"), shared, world.form())
    await world.celebrates("maya", "Maya-journal", Audience.ME, pair)
    await world.celebrates("tom", "win-for-maya", Audience.PARTNER, pair)
    await world.celebrates("tom", "win-for-all", Audience.CHANNEL, pair, thanks=("zoe",))
    item = AgendaValues(pair, "agenda-of-tom", PickedMessage(LINK))
    await bring_to_session(world.services, world.who("tom"), item, world.form())
    await world.store.write(partial(asked_for_a_word, pair=pair, receiver=await world.id_of("tom"), now=world.now))
    [asked] = await world.all(select(Notice.id).where(Notice.kind == NoticeKind.BETWEEN_SESSIONS))
    await share_something(world.services, world.who("tom"), SharingValues(asked, "told-by-tom"), world.form())
    question = AskValues(pair, Question("asked-about-by-maya", "asked-by-maya"))
    await ask_feedback(world.services, world.who("maya"), question, world.form())
    [request] = await world.all(select(FeedbackRequest.id))
    given = Given("shone-to-tom", "differently-of-tom", "belief-of-tom")
    feedback = GiveValues(pair, given, request, was_asked=True)
    await give_feedback(world.services, world.who("tom"), feedback, world.form())
    [given_id] = await world.all(select(Feedback.id))
    unclear = WordsValues(given_id, "unclear-to-maya")
    await ask_what_was_meant(world.services, world.who("maya"), unclear, world.form())
    [asked_back] = await world.all(select(Clarification.id))
    await explain_feedback(world.services, world.who("tom"), WordsValues(asked_back, "meant-by-tom"), world.form())
    done = WordsValues(given_id, "done-by-maya")
    await say_what_came_of_it(world.services, world.who("maya"), done, world.form())
    await ask_to_talk(world.services, world.who("maya"), TalkValues(pair, TO_ORGANISER), world.form())
    goal = GoalWords("Tom-goal", "Tom-measure", why="Tom-why")
    await draft_goals(world.services, world.who("tom"), GoalsValues(pair, (goal,), is_ready=True), world.form())
    steps = (Checkpoint(None, "step-of-both"),)
    common = SharedGoal(None, GoalWords("goal-of-both", "measure-of-both"), checkpoints=steps)
    await save_list(world.services, world.who("tom"), GoalListValues(pair, (common,), None), world.form())
    await looks_back(world, pair)
    terms = Terms(14, **{term.value: words for term, words in zip(Term, AGREED, strict=True)})
    agreement = AgreementValues(pair, terms, "nothing 14")
    await propose_agreement(world.services, world.who("tom"), agreement, world.form())
    await world.send_all()
    await world.says("zoe", Answer.YES)
    await world.says("maya", Answer.YES)
    await world.settles()
    return pair


async def everything_said(world: World, pair: str) -> str:
    """All that any message says, as it is drawn now."""
    posts = [*await world.posts_to_pair(pair), *await world.posts_to_channel()]
    for name in ("amara", "tom", "maya", "zoe"):
        posts += await world.posts_to(name)
    return repr(posts)


async def test_no_message_says_what_is_private(world: World, pair: str) -> None:
    said = await everything_said(world, pair)
    assert all(words in said for words in SHARED)
    assert [words for words in PRIVATE if words in said] == []
    assert "feeling" not in said
    assert [worth for worth in Worth if f"'{worth.value}'" in said or repr(worth) in said] == []


@pytest.mark.usefixtures("pair")
async def test_a_journal_is_shown_to_its_writer_alone(world: World) -> None:
    homes = {name: repr(await world.home(name)) for name in ("amara", "tom", "maya", "zoe")}
    seen = {name: [words for words in PRIVATE if words in home] for name, home in homes.items()}
    assert seen == {"amara": [], "tom": ["Tom-journal"], "maya": ["Maya-journal"], "zoe": []}


@pytest.mark.usefixtures("pair")
async def test_an_organiser_or_outsider_sees_nothing_of_what_a_pair_wrote(world: World) -> None:
    for name in ("amara", "zoe"):
        home = repr(await world.home(name))
        assert [words for words in SHARED if words in home] == []
    for post in await world.posts_to("amara"):
        assert [words for words in SHARED if words in repr(post)] == []
    told_zoe = await world.told("zoe", ConsentAsked)
    assert [words for words in SHARED if words in repr(told_zoe)] == ["win-for-all"]


async def test_what_is_written_to_the_organiser_is_read_by_nobody_else(world: World, pair: str) -> None:
    assert TO_ORGANISER in repr(await world.posts_to("amara"))
    assert TO_ORGANISER in repr(await world.home("amara"))
    assert TO_ORGANISER not in repr([*await world.posts_to_pair(pair), *await world.posts_to_channel()])
    for name in ("tom", "maya", "zoe"):
        assert TO_ORGANISER not in repr(await world.posts_to(name)) + repr(await world.home(name))


@pytest.mark.usefixtures("pair")
async def test_words_are_sealed_in_every_row(world: World) -> None:
    async def all_rows(tx: Transaction) -> str:
        return repr([(await tx.execute(select(table))).all() for table in Base.metadata.sorted_tables])

    rows = await world.store.read(all_rows)
    assert "Maya Iyer" in rows
    assert [words for words in (*PRIVATE, *SHARED, TO_ORGANISER) if words in rows] == []


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.usefixtures("pair")
def test_words_are_in_no_file(tmp_path: Path) -> None:
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"Maya Iyer" in stored
    assert [words for words in (*PRIVATE, *SHARED, TO_ORGANISER) if words.encode() in stored] == []


@pytest.mark.usefixtures("pair")
async def test_no_line_of_the_log_has_them(caplog: pytest.LogCaptureFixture) -> None:
    assert [words for words in (*PRIVATE, *SHARED, TO_ORGANISER) if words in caplog.text] == []
