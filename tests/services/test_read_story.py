"""The story of somebody's pairs: all that happened, and nothing that is not theirs to read."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from mentoring.agreements import AgreementState
from mentoring.feedback import Given, GiveValues, Reaction, WordsValues
from mentoring.horizon import Answers, Round
from mentoring.milestones import MilestoneKind
from mentoring.pairs import PairState, Role
from mentoring.partings import EndValues
from mentoring.pulses import Worth
from mentoring.refusals import Reason
from mentoring.reviews import Question, ReviewKind
from mentoring.shared_goals import GoalState
from mentoring.story import ENTRIES_A_PAGE, Agreed, FeedbackTold, GoalTold, Met, PairTold, Part, Reached, StoryPage, Won
from mentoring.wins import Audience
from services.end_pair import end_pair
from services.follow_up_feedback import react, say_what_came_of_it
from services.give_feedback import give_feedback
from services.prepare_check_in import prepare_check_in
from services.read_story import read_story
from storage.models import (
    Agreement,
    Checkpoint,
    Feedback,
    Goal,
    GoalWording,
    HorizonAnswers,
    Pair,
    Pulse,
    Review,
    ReviewAnswer,
    Session,
    ThankYou,
)
from storage.transaction import Transaction
from tests.services.beginnings import Beginning, Prepare
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, WORKSPACE, World, refusals_of

PRIVATE = ("reflects", "alone", "pulse", "review")
SHARED = (
    "tom-notes", "maya-notes", "tom-shared", "maya-shared", "our-goal", "goal-before", "a-checkpoint", "shone-to-tom",
    "maya-tried", "tom-thanks",
)  # fmt: skip
# Of what he keeps, Tom shared this: it is in hers, and in his there is what he wrote.
TOLD_MAYA = ("tom-told-of-pulse", "tom-told-of-looking-back")
ANSWERS = {"tom": Answers(("slow", "skill", "right", "right", "very")), "maya": Answers(("fast", *["unsaid"] * 4))}


async def story(
    world: World, name: str, pair: str | None = None, part: Part = Part.EVERYTHING, skip: int = 0
) -> StoryPage:
    return await read_story(world.services, world.who(name), pair, part, skip=skip)


async def whole(world: World, name: str, part: Part = Part.EVERYTHING) -> str:
    """All pages of somebody's story, as all that they hold."""
    pages = [await story(world, name, part=part)]
    while pages[-1].has_older:
        pages.append(await story(world, name, part=part, skip=pages[-1].skipped + ENTRIES_A_PAGE))
    return repr([page.entries for page in pages])


async def has_goal(world: World, pair: str, words: str, state: GoalState = GoalState.OPEN) -> None:
    """A goal of a pair, agreed on by now."""
    author = await world.id_of("tom")

    async def deed(tx: Transaction) -> None:
        goal = Goal(
            workspace_id=WORKSPACE, pair_id=pair, author_id=author, position=0, state=state, created_at=world.now,
            revisited_at=world.now,
        )  # fmt: skip
        if state is not GoalState.OPEN:
            goal.settled_at, goal.settled_on = world.now + timedelta(hours=1), world.now.date()
        tx.seal(goal, "statement", words)
        tx.add(goal)

    await world.store.write(deed)


async def has_looked_back(tx: Transaction, pair: str, session: str, now: datetime) -> None:
    """Both said something of a session, answered the horizon check and looked back; Tom shared some of it."""
    row = await tx.get_one(Pair, pair)
    of = {"workspace_id": WORKSPACE, "pair_id": pair}
    for name, author in (("tom", row.mentor_id), ("maya", row.mentee_id)):
        pulse = Pulse(**of, session_id=session, author_id=author, created_at=now)
        tx.seal(pulse, "worth", Worth.PARTLY)
        tx.seal(pulse, "words", f"{name}-pulse")
        answers = HorizonAnswers(**of, author_id=author, round=Round.DAY_30, answered_at=now)
        tx.seal(answers, "answers", ANSWERS[name].code)
        review = Review(**of, author_id=author, kind=ReviewKind.HALF_WAY, subject="", created_at=now)
        tx.add_all([pulse, answers, review])
        await tx.flush()
        answer = ReviewAnswer(workspace_id=WORKSPACE, review_id=review.id, question=Question.CHANGED)
        tx.seal(answer, "words", f"{name}-review")
        if name == "tom":
            pulse.shared_at = answer.shared_at = now
            tx.seal(pulse, "shared_words", "tom-told-of-pulse")
            tx.seal(answer, "shared", "tom-told-of-looking-back")
        tx.add(answer)
    thanks = ThankYou(**of, author_id=row.mentor_id, created_at=now)
    tx.seal(thanks, "words", "tom-thanks")
    [goal] = await tx.scalars(select(Goal).where(Goal.pair_id == pair))
    before = GoalWording(
        workspace_id=WORKSPACE, goal_id=goal.id, state=GoalState.OPEN, changed_at=now, changed_on=now.date()
    )
    tx.seal(before, "statement", "goal-before")
    step = Checkpoint(**of, goal_id=goal.id, position=0, reached_at=now, created_at=now)
    tx.seal(step, "words", "a-checkpoint")
    agreement = Agreement(
        **of, author_id=row.mentor_id, number=1, state=AgreementState.AGREED, rhythm_days=14, rhythm_before=14,
        proposed_at=now, settled_at=now, confirmations=0,
    )  # fmt: skip
    tx.add_all([thanks, before, step, agreement])


@pytest.fixture(scope="module")
async def told(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom mentors Maya; each has written something into all there is, for both and for themselves."""

    async def story(world: World, pair: str) -> None:
        await world.has_channel()
        await world.checks_in("tom", pair, notes="tom-notes", feeling=2, reflection="tom-reflects")
        [session] = (await prepare_check_in(world.services, world.who("maya"))).sessions
        await world.checks_in(
            "maya", pair, session_id=session.id, notes="maya-notes", feeling=5, reflection="maya-reflects"
        )
        for name in ("tom", "maya"):
            await world.celebrates(name, f"{name}-shared", Audience.PARTNER, pair)
            await world.celebrates(name, f"{name}-alone", Audience.ME, pair)
        await has_goal(world, pair, "our-goal", GoalState.REACHED)
        await world.store.write(partial(has_looked_back, pair=pair, session=session.id, now=world.now))
        given = GiveValues(pair, Given("shone-to-tom"), was_asked=True)
        await give_feedback(world.services, world.who("tom"), given, world.form())
        [feedback] = await world.all(select(Feedback.id))
        await react(world.services, world.who("maya"), feedback, Reaction.FITS)
        await say_what_came_of_it(world.services, world.who("maya"), WordsValues(feedback, "maya-tried"), world.form())

    return await prepare(paired, story)


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, told: Beginning) -> Beginning:
    return told if "pair" in request.fixturenames else beginning


async def test_both_read_what_is_for_both_and_each_what_is_their_own(world: World, pair: str) -> None:
    told = {name: await whole(world, name) for name in ("tom", "maya")}
    private = {f"{name}-{words}" for name in told for words in PRIVATE}
    for name, said in told.items():
        assert [words for words in SHARED if words not in said] == []
        assert {words for words in private if words in said} == {f"{name}-{words}" for words in PRIVATE}
        assert [words for words in TOLD_MAYA if words in said] == ([*TOLD_MAYA] if name == "maya" else [])
        assert [each for each, answers in ANSWERS.items() if repr(answers) in said] == [name]
    met = {name: (await story(world, name, pair, Part.SESSIONS)).entries for name in told}
    assert [entry.feeling for entry in met["tom"] if isinstance(entry, Met)] == [2]
    assert [entry.feeling for entry in met["maya"] if isinstance(entry, Met)] == [5]


async def test_nobody_else_reads_any_of_it(world: World, pair: str) -> None:
    """Neither the organiser, nor whoever is in another pair with one of the two, nor somebody unknown."""
    await world.paired("tom", "zoe")
    for name in ("amara", "zoe", "leo"):
        said = await whole(world, name)
        assert [words for words in ("tom", "maya", "our-goal") if words in said.replace("Tom Reed", "")] == []
        if name != "leo":
            assert await refusals_of(read_story(world.services, world.who(name), pair)) == [(Reason.NOT_PARTNER, None)]
    assert (await story(world, "amara")).entries == (await story(world, "leo")).entries == ()


async def test_nobody_in_another_workspace_reads_any_of_it(world: World, pair: str) -> None:
    """People there have the very same Slack ids, and a pair of their own."""
    elsewhere = await World.begin(world.store, "T2")
    await elsewhere.paired("tom", "maya")
    for name in ("tom", "maya", "amara"):
        said = await whole(elsewhere, name)
        assert [words for words in (*SHARED, *TOLD_MAYA, *PRIVATE) if words in said] == []
        assert await refusals_of(read_story(elsewhere.services, elsewhere.who(name), pair)) == [
            (Reason.NOT_PARTNER, None)
        ]


async def test_the_partners_private_words_are_not_even_read(world: World, pair: str) -> None:
    with counted_queries() as queries:
        await story(world, "tom", pair, Part.SESSIONS)
    [sessions] = [query for query in queries if "reflection" in query]
    # Of two check-ins that it reads, the columns of one.
    assert [sessions.count(f".{column}") for column in ("notes", "reflection", "feeling")] == [2, 1, 1]


async def test_a_disputed_session_is_its_writers_own(world: World, pair: str) -> None:
    async def deed(tx: Transaction) -> None:
        session = Session(
            workspace_id=WORKSPACE, pair_id=pair, kind="session", state="disputed", happened_on=MONDAY.date(),
            created_at=MONDAY,
        )  # fmt: skip
        tx.add(session)

    await world.store.write(deed)
    for name in ("tom", "maya"):
        met = (await story(world, name, part=Part.SESSIONS)).entries
        assert [entry.is_disputed for entry in met if isinstance(entry, Met)] == [False]


async def test_it_is_told_from_the_newest_on_and_ends_with_the_beginning(world: World, pair: str) -> None:
    world.later(days=3)
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    entries = [entry for skip in (0, 8) for entry in (await story(world, "tom", skip=skip)).entries]
    assert [entry.moment.on for entry in entries] == sorted((each.moment.on for each in entries), reverse=True)
    assert [(entry.state, entry.role) for entry in entries if isinstance(entry, PairTold)] == [
        (PairState.ENDED_EARLY, Role.MENTOR),
        (PairState.ACTIVE, Role.MENTOR),
    ]
    assert isinstance(entries[0], PairTold)
    assert isinstance(entries[-1], PairTold)
    assert [entry.milestone.kind for entry in entries if isinstance(entry, Reached)] == [MilestoneKind.FIRST_SESSION]
    assert [entry.state for entry in entries if isinstance(entry, GoalTold)] == [GoalState.REACHED, GoalState.OPEN]
    assert [entry.is_first for entry in entries if isinstance(entry, Agreed)] == [True]
    [feedback] = [entry for entry in entries if isinstance(entry, FeedbackTold)]
    assert (feedback.giver, feedback.is_mine, feedback.afterwards.reaction) == (Role.MENTOR, True, Reaction.FITS)


@pytest.mark.usefixtures("pair")
async def test_one_pair_or_all_and_one_part_or_everything(world: World) -> None:
    with_zoe = await world.paired("tom", "zoe")
    await world.celebrates("tom", "with-zoe", Audience.PARTNER, with_zoe)
    assert [each.partner.name for each in (await story(world, "tom")).pairs] == ["Zoë Brandt", "Maya Iyer"]
    for which, words in ((with_zoe, {"with-zoe"}), (None, {"with-zoe", "tom-shared", "tom-alone", "maya-shared"})):
        page = await story(world, "tom", which, Part.WINS)
        assert {entry.win.words for entry in page.entries if isinstance(entry, Won)} == words


async def test_every_one_of_many_wins_is_on_one_page_and_whole(world: World) -> None:
    await world.has_channel()
    pair = await world.paired("tom", "maya")
    long = "I said no " * 290
    for n in range(ENTRIES_A_PAGE + 2):
        await world.celebrates("tom", f"{n} {long}", Audience.PARTNER if n % 2 else Audience.ME, pair)
        world.later(minutes=1)
    first, second = [await story(world, "tom", part=Part.WINS, skip=skip) for skip in (0, ENTRIES_A_PAGE)]
    wins = [entry.win for page in (first, second) for entry in page.entries if isinstance(entry, Won)]
    assert [win.words.split()[0] for win in wins] == [f"{n}" for n in range(ENTRIES_A_PAGE + 1, -1, -1)]
    assert wins[0].words == f"{ENTRIES_A_PAGE + 1} {long}".strip()
    assert (first.has_older, second.has_older) == (True, False)
    assert all(win.widen_id for win in wins)
    mayas = [entry.win for entry in (await story(world, "maya", part=Part.WINS)).entries if isinstance(entry, Won)]
    assert {(win.audience, win.widen_id) for win in mayas} == {(Audience.PARTNER, None)}


async def test_its_price_does_not_grow_with_what_there_is(world: World, pair: str) -> None:
    with counted_queries() as before:
        await story(world, "tom")
    for n in range(12):
        await has_goal(world, pair, f"goal {n}", GoalState.REACHED)
        await world.celebrates("tom", f"win {n}", Audience.PARTNER, pair)
    with counted_queries() as after:
        await story(world, "tom", skip=ENTRIES_A_PAGE)
    assert len(after) == len(before)
