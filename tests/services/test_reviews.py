"""Looking back: written alone, shared as it was shown, kept once for each kind, answered where it was asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from mentoring.nudge_contents import Outcome, Settled
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import Role
from mentoring.partings import EndValues
from mentoring.refusals import Reason
from mentoring.reviews import (
    PERHAPS,
    YES,
    Answer,
    MyReviews,
    Question,
    ReviewKind,
    ReviewSaved,
    ReviewShared,
    ReviewValues,
    SharingValues,
    Subject,
    answers_print,
)
from mentoring.shared_goals import GoalState
from mentoring.thanks import ThanksValues
from services.end_pair import end_pair
from services.finish_pair import finish_pair
from services.look_back import prepare_review, reopen_review, save_review
from services.note_profile import note_profile
from services.read_menu import read_menu
from services.read_reviews import read_reviews
from services.share_review import prepare_sharing, share_review
from services.thank_partner import prepare_thanks, thank
from storage.models import Goal, Review, ReviewAnswer, ThankYou
from storage.reviews import reviews_of, shared_in, thanks_in
from storage.transaction import Transaction
from tests.services.nudged import jumps, ticks
from tests.services.queries import counted_queries
from tests.services.world import WORKSPACE, World, profile, refusals_of

# Both accepted on 31 January, for six months.
HALF_WAY, END = datetime(2026, 5, 1, 10, tzinfo=UTC), datetime(2026, 7, 31, 10, tzinfo=UTC)
HELPS, SCORE = Answer(Question.HELPS, "You let me find it myself."), Answer(Question.HOW_IT_GOES, "4")


async def writes(world: World, name: str, subject: Subject, *answers: Answer, form: str | None = None) -> ReviewSaved:
    return await save_review(world.services, world.who(name), ReviewValues(subject, answers), form or world.form())


async def shares(world: World, name: str, review: str, *questions: Question, form: str | None = None) -> bool:
    """Somebody sees the preview of some answers and shares them."""
    shown = (await prepare_sharing(world.services, world.who(name), review)).only(questions)
    values = SharingValues(review, questions, answers_print(shown.whole.answers))
    return (await share_review(world.services, world.who(name), values, form or world.form()))[1]


async def lists(world: World, name: str) -> MyReviews:
    return await read_reviews(world.services, world.who(name))


async def completed(world: World) -> str:
    pair = await world.paired("tom", "maya")
    await jumps(world, END + timedelta(days=3))
    return pair


async def test_it_is_read_by_its_writer_alone_and_can_be_changed(world: World, pair: str) -> None:
    subject = Subject(pair, ReviewKind.HALF_WAY)
    draft = await prepare_review(world.services, world.who("maya"), ReviewKind.HALF_WAY, pair)
    assert (draft.pair.role, draft.pair.partner.name, draft.subject, draft.answers) == (
        Role.MENTEE, "Tom Reed", subject, (),
    )  # fmt: skip
    saved = await writes(world, "maya", subject, HELPS, SCORE, form="V-same")
    assert await writes(world, "maya", subject, HELPS, SCORE, form="V-same") == saved
    assert saved.can_share
    assert not saved.can_thank
    assert saved.review_id
    assert (await prepare_review(world.services, world.who("maya"), ReviewKind.HALF_WAY, pair)).answers == (
        HELPS,
        SCORE,
    )
    assert (await prepare_review(world.services, world.who("tom"), ReviewKind.HALF_WAY, pair)).answers == ()
    # A second time it is the same form, in which one answer is other and one is gone.
    other = Answer(Question.HELPS, "That you laugh.")
    assert (await writes(world, "maya", subject, other)).review_id == saved.review_id
    assert (await reopen_review(world.services, world.who("maya"), saved.review_id)).answers == (other,)
    assert (await world.rows(Review), await world.rows(ReviewAnswer)) == (1, 2)
    for name in ("tom", "amara"):
        assert await world.posts_to(name) == []
    # Emptied, nothing of it is left to read, and it can be written anew.
    emptied = await writes(world, "maya", subject)
    assert (emptied.review_id, emptied.can_share) == (None, False)
    refused = await refusals_of(reopen_review(world.services, world.who("maya"), saved.review_id))
    assert refused == [(Reason.NOT_YOURS, None)]
    assert (await writes(world, "maya", subject, HELPS)).review_id == saved.review_id


async def test_what_is_shared_is_what_was_shown_and_stays_so(world: World, pair: str) -> None:
    subject = Subject(pair, ReviewKind.HALF_WAY)
    review = (await writes(world, "maya", subject, HELPS, SCORE)).review_id or ""
    assert await shares(world, "maya", review, Question.HELPS, form="V-share")
    assert await shares(world, "maya", review, Question.HELPS, form="V-share")
    [told] = await world.told("tom", ReviewShared)
    assert (told.author.name, told.role, told.kind, told.answers) == (
        "Maya Iyer", Role.MENTEE, ReviewKind.HALF_WAY, (HELPS,),
    )  # fmt: skip
    # Written over, it reads to the partner as it did.
    await writes(world, "maya", subject, Answer(Question.HELPS, "Something else."))
    [told] = await world.told("tom", ReviewShared)
    assert told.answers == (HELPS,)
    # What has changed since the preview is shown first.
    stale = SharingValues(review, (Question.HELPS,), answers_print((HELPS,)))
    again, is_shared = await share_review(world.services, world.who("maya"), stale, world.form())
    assert not is_shared
    assert again.whole.answers == (Answer(Question.HELPS, "Something else."),)
    assert len(await world.told("tom", ReviewShared)) == 1
    # Taken out, what was shared stays the partner's, and is nothing more to share.
    await writes(world, "maya", subject, SCORE)
    assert (await world.told("tom", ReviewShared))[0].answers == (HELPS,)
    sharing = await prepare_sharing(world.services, world.who("maya"), review)
    assert sharing.whole.answers == (SCORE,)
    assert await shares(world, "maya", review, Question.HOW_IT_GOES)
    assert [each.answers for each in await world.told("tom", ReviewShared)] == [(HELPS,), (SCORE,)]


async def test_what_the_journal_reads(world: World, pair: str) -> None:
    await world.paired("zoe", "leo")
    review = (await writes(world, "maya", Subject(pair, ReviewKind.HALF_WAY), HELPS, SCORE)).review_id or ""
    await shares(world, "maya", review, Question.HELPS)
    await thank(world.services, world.who("tom"), ThanksValues(pair, "thanks-of-tom"), world.form())

    people = {name: await world.id_of(name) for name in ("maya", "tom", "zoe", "amara")}

    async def reads(tx: Transaction, reader: str) -> tuple[int, int, int]:
        mine = await reviews_of(tx, reader, (pair,))
        return len(mine), len(await shared_in(tx, reader, (pair,))), len(await thanks_in(tx, reader, (pair,)))

    read = {name: await world.store.read(partial(reads, reader=id_)) for name, id_ in people.items()}
    assert read == {"maya": (1, 1, 1), "tom": (0, 1, 1), "zoe": (0, 0, 0), "amara": (0, 0, 0)}


async def test_nobody_else_reads_writes_or_shares_it(world: World, pair: str) -> None:
    await world.paired("zoe", "leo")
    subject = Subject(pair, ReviewKind.HALF_WAY)
    review = (await writes(world, "maya", subject, HELPS)).review_id or ""
    for name in ("tom", "zoe", "amara"):
        for attempt in (
            reopen_review(world.services, world.who(name), review),
            prepare_sharing(world.services, world.who(name), review),
            share_review(world.services, world.who(name), SharingValues(review, (Question.HELPS,), ""), world.form()),
        ):
            assert await refusals_of(attempt) == [(Reason.NOT_YOURS, None)]
    for name in ("zoe", "amara"):
        for other in (
            prepare_review(world.services, world.who(name), ReviewKind.HALF_WAY, pair),
            writes(world, name, subject, HELPS),
            prepare_thanks(world.services, world.who(name), pair),
            thank(world.services, world.who(name), ThanksValues(pair, "Hello"), world.form()),
        ):
            assert await refusals_of(other) == [(Reason.NOT_PARTNER, None)]
    assert (await world.rows(Review), await world.rows(ThankYou)) == (1, 0)


async def test_nothing_is_nothing(world: World, pair: str) -> None:
    empty = writes(world, "maya", Subject(pair, ReviewKind.GOAL, "none"), Answer(Question.NEXT, "  "))
    assert await refusals_of(empty) == [(Reason.EMPTY, "made_possible")]
    goal = writes(world, "maya", Subject(pair, ReviewKind.GOAL, "none"), Answer(Question.NEXT, "A talk"))
    assert await refusals_of(goal) == [(Reason.OUT_OF_DATE, None)]
    echo = prepare_review(world.services, world.who("maya"), ReviewKind.ECHO, pair)
    assert await refusals_of(echo) == [(Reason.OUT_OF_DATE, None)]
    blank = thank(world.services, world.who("maya"), ThanksValues(pair, " "), world.form())
    assert await refusals_of(blank) == [(Reason.EMPTY, "words")]


async def test_a_goal_that_was_reached_brings_two_questions(world: World, pair: str) -> None:
    goal = await world.store.write(partial(_reached, pair=pair, author=await world.id_of("tom"), now=world.now))
    [line] = (await lists(world, "tom")).to_write
    assert (line.subject, line.goal) == (Subject(pair, ReviewKind.GOAL, goal), "Speak up")
    draft = await prepare_review(world.services, world.who("tom"), ReviewKind.GOAL, goal)
    assert draft.goal == "Speak up"
    learnt = Answer(Question.NEXT, "To wait.")
    review = (await writes(world, "tom", draft.subject, learnt)).review_id or ""
    await shares(world, "tom", review, Question.NEXT)
    [told] = await world.told("maya", ReviewShared)
    assert (told.goal, told.role, told.answers) == ("Speak up", Role.MENTOR, (learnt,))
    # The other has their own to write.
    assert [each.subject for each in (await lists(world, "maya")).to_write] == [draft.subject]
    assert (await lists(world, "tom")).to_write == ()


async def _reached(tx: Transaction, pair: str, author: str, now: datetime) -> str:
    goal = Goal(
        workspace_id=WORKSPACE, pair_id=pair, author_id=author, position=0, state=GoalState.REACHED.value,
        settled_at=now, settled_on=now.date(), revisited_at=now, created_at=now,
    )  # fmt: skip
    tx.seal(goal, "statement", "Speak up")
    tx.add(goal)
    await tx.flush()
    return goal.id


async def test_at_the_end_the_nudge_is_answered_by_what_is_written_or_by_thanks(world: World) -> None:
    pair = await completed(world)
    takes = Answer(Question.TAKES_ALONG, "To ask first.")
    saved = await writes(world, "maya", Subject(pair, ReviewKind.END), takes)
    assert (saved.can_thank, saved.can_share) == (True, True)
    assert (await world.newest("maya", Settled)).outcome is Outcome.WRITTEN
    await thank(world.services, world.who("tom"), ThanksValues(pair, "Thank you."), world.form())
    assert (await world.newest("tom", Settled)).outcome is Outcome.THANKED
    await thank(world.services, world.who("maya"), ThanksValues(pair, "You, too."), world.form())
    again = await writes(world, "maya", Subject(pair, ReviewKind.END), takes, Answer(Question.HOW_IT_WAS, "5"))
    assert not again.can_thank


async def test_the_echo_is_kept_and_who_would_mentor_is_asked_whether_to_say_so(world: World) -> None:
    pair = await completed(world)
    await jumps(world, END + timedelta(days=95))
    draft = await prepare_review(world.services, world.who("maya"), ReviewKind.ECHO, pair)
    assert draft.subject == Subject(pair, ReviewKind.ECHO, "3")
    would = Answer(Question.WOULD_MENTOR, YES)
    assert (await writes(world, "maya", draft.subject, would)).may_wish
    assert (await world.newest("maya", Settled)).outcome is Outcome.WRITTEN
    # Nobody has been told of it, and an organiser reads nothing.
    assert (await world.home("amara")).wishes == ()
    perhaps = Answer(Question.WOULD_MENTOR, PERHAPS)
    assert not (await writes(world, "tom", draft.subject, perhaps)).may_wish
    await jumps(world, END + timedelta(days=190))
    assert (await prepare_review(world.services, world.who("maya"), ReviewKind.ECHO, pair)).subject.id == "6"
    assert len((await lists(world, "maya")).written) == 1


async def test_after_an_early_end_what_was_written_is_kept_and_nothing_more_is_shared(world: World, pair: str) -> None:
    subject = Subject(pair, ReviewKind.HALF_WAY)
    review = (await writes(world, "maya", subject, HELPS)).review_id or ""
    await end_pair(world.services, world.who("tom"), EndValues(pair), world.form())
    assert (await reopen_review(world.services, world.who("maya"), review)).answers == (HELPS,)
    changed = await writes(world, "maya", subject, SCORE)
    assert (changed.review_id, changed.can_share) == (review, False)
    for attempt in (
        prepare_sharing(world.services, world.who("maya"), review),
        prepare_thanks(world.services, world.who("maya"), pair),
        prepare_review(world.services, world.who("tom"), ReviewKind.HALF_WAY, pair),
        writes(world, "tom", subject, HELPS),
    ):
        assert await refusals_of(attempt) == [(Reason.ALREADY_ENDED, None)]
    mine = await lists(world, "maya")
    assert ([line.review_id for line in mine.written], mine.to_write) == ([review], ())


async def test_nobody_shares_with_somebody_who_has_left(world: World) -> None:
    pair = await completed(world)
    review = (await writes(world, "maya", Subject(pair, ReviewKind.END), Answer(Question.FIRST_DAY, "Ask."))).review_id
    await note_profile(world.services, WORKSPACE, replace(profile("tom"), is_deactivated=True))
    for attempt in (
        prepare_sharing(world.services, world.who("maya"), review or ""),
        prepare_thanks(world.services, world.who("maya"), pair),
    ):
        assert await refusals_of(attempt) == [(Reason.PARTNER_GONE, None)]


async def test_the_menu_offers_it_while_there_is_something_to_look_back_on(world: World, pair: str) -> None:
    assert not (await read_menu(world.services, world.who("maya"))).looks_back
    await jumps(world, HALF_WAY)
    assert (await read_menu(world.services, world.who("maya"))).looks_back
    await finish_pair(world.services, world.who("tom"), pair, world.form())
    await ticks(world)
    assert [line.subject.kind for line in (await lists(world, "maya")).to_write] == [ReviewKind.END]


@pytest.mark.parametrize("pairs", [1, 4])
async def test_the_list_costs_the_same_for_many_pairs(world: World, pairs: int) -> None:
    for mentor, mentee in [("tom", "maya"), ("tom", "zoe"), ("tom", "leo"), ("tom", "priya")][:pairs]:
        await world.paired(mentor, mentee)
    world.now = HALF_WAY
    with counted_queries() as queries:
        assert len((await lists(world, "tom")).to_write) == pairs
    assert len(queries) == 5


async def test_no_nudge_of_another_pair_is_answered(world: World) -> None:
    pair, other = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    await jumps(world, END + timedelta(days=3))
    await writes(world, "tom", Subject(pair, ReviewKind.END), Answer(Question.TAKES_ALONG, "Patience."))
    settled = [each for each in await world.told("tom", Settled) if each.about.kind is NudgeKind.WRAP_UP]
    assert {each.about.pair_id for each in settled if each.outcome is Outcome.WRITTEN} == {pair}
    assert other != pair
