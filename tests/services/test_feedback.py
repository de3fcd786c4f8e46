"""Feedback is asked for, given, put off and declined; who hears of it, and who does not."""

from datetime import timedelta

from mentoring.feedback import (
    AskSaved,
    AskValues,
    CameOfIt,
    Explained,
    FeedbackAsked,
    FeedbackDeclined,
    FeedbackReceived,
    FeedbackSaved,
    Gap,
    Given,
    GiveValues,
    Question,
    Reaction,
    RequestState,
    WhatWasMeant,
    WordsValues,
)
from mentoring.pairs import Role
from mentoring.partings import EndValues
from mentoring.refusals import Reason
from services.answer_request import answer_later, decline_request
from services.ask_feedback import ask_feedback, prepare_feedback
from services.clarify_feedback import ask_what_was_meant, explain_feedback, prepare_reply
from services.end_pair import end_pair
from services.follow_up_feedback import prepare_follow_up, react, say_what_came_of_it
from services.give_feedback import give_feedback, prepare_giving
from storage.models import Feedback, FeedbackRequest
from tests.services.nudged import ticks
from tests.services.world import MONDAY, World, refusals_of

QUESTION = Question("my talk", "Where did you lose the thread?")
GIVEN = Given(
    "On Tuesday you stopped and asked Ana what she would miss.", "What if you began there?", "You could lead it."
)


async def asks(world: World, name: str, pair: str, form: str | None = None) -> None:
    await ask_feedback(world.services, world.who(name), AskValues(pair, QUESTION), form or world.form())


async def gives(world: World, name: str, values: GiveValues, form: str | None = None) -> tuple[Gap, ...]:
    return await give_feedback(world.services, world.who(name), values, form or world.form())


async def asked(world: World, name: str) -> FeedbackAsked:
    [content] = await world.told(name, FeedbackAsked)
    return content


async def test_a_question_is_answered(world: World, pair: str) -> None:
    await asks(world, "maya", pair, "V-same")
    await asks(world, "maya", pair, "V-same")
    request = await asked(world, "tom")
    assert (request.author.name, request.question, request.state) == ("Maya Iyer", QUESTION, RequestState.OPEN)
    # It is news: it waits for Tom's hours, where hers is said at once.
    assert (await world.post_with("maya", AskSaved)).at == MONDAY
    home = await world.home("tom")
    assert (home.feedback_asked and home.feedback_asked.about, home.more_feedback) == ("my talk", 0)
    [waiting] = (await prepare_feedback(world.services, world.who("tom"), pair)).waiting
    draft = await prepare_giving(world.services, world.who("tom"), request_id=waiting.id)
    assert (draft.pair.role, draft.question) == (Role.MENTOR, QUESTION)
    assert await gives(world, "tom", GiveValues(pair, GIVEN, waiting.id), "V-give") == ()
    assert await gives(world, "tom", GiveValues(pair, GIVEN, waiting.id), "V-give") == ()
    [received] = await world.told("maya", FeedbackReceived)
    assert (received.giver.name, received.role, received.given, received.question) == (
        "Tom Reed", Role.MENTOR, GIVEN, QUESTION,
    )  # fmt: skip
    [saved] = await world.told("tom", FeedbackSaved)
    assert (saved.partner.name, saved.given) == ("Maya Iyer", GIVEN)
    assert (await asked(world, "tom")).state is RequestState.ANSWERED
    assert [each.state for each in await world.told("maya", AskSaved)] == [RequestState.ANSWERED]
    assert (await world.home("tom")).feedback_asked is None
    assert await refusals_of(decline_request(world.services, world.who("tom"), waiting.id)) == [(Reason.TOO_LATE, None)]
    assert await refusals_of(answer_later(world.services, world.who("tom"), waiting.id)) == [(Reason.TOO_LATE, None)]


async def test_what_is_missing_is_asked_for_once_and_nothing_is_kept_until_then(world: World, pair: str) -> None:
    vague = GiveValues(pair, Given("Good job!", "Slower."))
    assert await gives(world, "tom", vague, "V-one") == (Gap.NO_EXAMPLE, Gap.NO_SUGGESTION)
    assert await world.rows(Feedback) == 0
    assert await gives(world, "tom", GiveValues(pair, vague.given, was_asked=True), "V-one") == ()
    [received] = await world.told("maya", FeedbackReceived)
    assert (received.given, received.question) == (vague.given, None)
    # What would help a mentee more is a suggestion however they put it.
    assert await gives(world, "maya", GiveValues(pair, Given(GIVEN.shone, "Slower."))) == ()
    [upwards] = await world.told("tom", FeedbackReceived)
    assert upwards.role is Role.MENTEE


async def test_a_request_is_put_off_and_declined_and_answered_after_all(world: World, pair: str) -> None:
    await asks(world, "maya", pair)
    await world.send_all()
    id_ = (await asked(world, "tom")).request_id
    await answer_later(world.services, world.who("tom"), id_)
    assert (await asked(world, "tom")).is_put_off
    # She is not told of that.
    assert len(await world.redrawings()) == 1
    for _ in range(2):
        await decline_request(world.services, world.who("tom"), id_)
    [declined] = await world.told("maya", FeedbackDeclined)
    assert (declined.partner.name, declined.about) == ("Tom Reed", "my talk")
    assert (await world.home("tom")).feedback_asked is None
    assert await gives(world, "tom", GiveValues(pair, GIVEN, id_)) == ()
    # That he could not has not reached her yet, and never will.
    assert await world.told("maya", FeedbackDeclined) == []
    assert len(await world.told("maya", FeedbackReceived)) == 1
    assert (await asked(world, "tom")).state is RequestState.ANSWERED


async def test_after_the_end_nobody_is_asked(world: World, pair: str) -> None:
    await asks(world, "maya", pair)
    id_ = (await asked(world, "tom")).request_id
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    assert (await asked(world, "tom")).is_over
    assert (await world.home("tom")).feedback_asked is None
    for attempt in (
        asks(world, "maya", pair),
        gives(world, "tom", GiveValues(pair, GIVEN, id_)),
        decline_request(world.services, world.who("tom"), id_),
        prepare_giving(world.services, world.who("tom"), request_id=id_),
    ):
        assert await refusals_of(attempt) == [(Reason.ALREADY_ENDED, None)]


async def test_nothing_is_nothing(world: World, pair: str) -> None:
    blank = AskValues(pair, Question(" ", ""))
    refused = await refusals_of(ask_feedback(world.services, world.who("maya"), blank, world.form()))
    assert refused == [(Reason.EMPTY, "about"), (Reason.EMPTY, "question")]
    for nothing in (Given(" "), Given("", "What if you opened with it?")):
        assert await refusals_of(gives(world, "tom", GiveValues(pair, nothing))) == [(Reason.EMPTY, "shone")]


async def test_any_part_answers_a_question(world: World, pair: str) -> None:
    await asks(world, "maya", pair)
    id_ = (await asked(world, "tom")).request_id
    nothing = gives(world, "tom", GiveValues(pair, Given("", " "), id_))
    assert await refusals_of(nothing) == [(Reason.NO_PART, "shone")]
    answer = Given("", "What if you opened with the result?")
    assert await gives(world, "tom", GiveValues(pair, answer, id_)) == ()
    [received] = await world.told("maya", FeedbackReceived)
    assert (received.given, received.question) == (answer, QUESTION)


async def test_nobody_but_who_is_asked_answers(world: World, pair: str) -> None:
    await world.paired("zoe", "leo")
    await asks(world, "maya", pair)
    id_ = (await asked(world, "tom")).request_id
    for name in ("maya", "zoe", "amara"):
        for attempt in (
            answer_later(world.services, world.who(name), id_),
            decline_request(world.services, world.who(name), id_),
            prepare_giving(world.services, world.who(name), request_id=id_),
            gives(world, name, GiveValues(pair, GIVEN, id_)),
        ):
            assert await refusals_of(attempt) == [(Reason.NOT_YOURS, None)]
    for name in ("zoe", "amara"):
        for other in (
            asks(world, name, pair),
            prepare_feedback(world.services, world.who(name), pair),
            prepare_giving(world.services, world.who(name), pair_id=pair),
            gives(world, name, GiveValues(pair, GIVEN)),
        ):
            assert await refusals_of(other) == [(Reason.NOT_PARTNER, None)]
    assert (await world.rows(FeedbackRequest), await world.rows(Feedback)) == (1, 0)


async def test_the_oldest_request_comes_first_and_the_others_are_counted(world: World, pair: str) -> None:
    for about in ("first", "second", "third"):
        values = AskValues(pair, Question(about, "Why?"))
        await ask_feedback(world.services, world.who("maya"), values, world.form())
        world.now += timedelta(minutes=1)
    home = await world.home("tom")
    assert (home.feedback_asked and home.feedback_asked.about, home.more_feedback) == ("first", 2)


async def given_to_maya(world: World) -> str:
    """Tom gave Maya feedback, and all that was said is sent; its id."""
    pair = await world.paired("tom", "maya")
    await ticks(world)
    await gives(world, "tom", GiveValues(pair, GIVEN))
    await world.send_all()
    [received] = await world.told("maya", FeedbackReceived)
    return received.feedback_id


async def test_one_tap_says_what_one_makes_of_it_and_another_changes_that(world: World) -> None:
    feedback = await given_to_maya(world)
    posts = len(await world.posts_to("tom"))
    for reaction in Reaction:
        await react(world.services, world.who("maya"), feedback, reaction)
        assert [each.afterwards.reaction for each in await world.told("maya", FeedbackReceived)] == [reaction]
        assert [each.afterwards.reaction for each in await world.told("tom", FeedbackSaved)] == [reaction]
    # Both messages show it, and nobody gets another one.
    assert len(await world.redrawings()) == 2
    assert len(await world.posts_to("tom")) == posts


async def test_what_was_meant_is_asked_and_answered_once(world: World) -> None:
    feedback = await given_to_maya(world)
    unclear = WordsValues(feedback, "Which frown?")
    for _ in range(2):
        await ask_what_was_meant(world.services, world.who("maya"), unclear, "V-unclear")
    [question] = await world.told("tom", WhatWasMeant)
    assert (question.partner.name, question.words, question.said) == ("Maya Iyer", "Which frown?", GIVEN.differently)
    draft = await prepare_reply(world.services, world.who("tom"), question.clarification_id)
    assert (draft.partner.name, draft.said) == ("Maya Iyer", "Which frown?")
    reply = WordsValues(draft.id, "Ana's, at the third slide.")
    for _ in range(2):
        await explain_feedback(world.services, world.who("tom"), reply, "V-reply")
    [explained] = await world.told("maya", Explained)
    assert (explained.giver.name, explained.words, explained.reply) == ("Tom Reed", "Which frown?", reply.words)
    assert [each.reply for each in await world.told("tom", WhatWasMeant)] == [reply.words]
    late = explain_feedback(world.services, world.who("tom"), WordsValues(draft.id, "Or Bo's."), world.form())
    assert await refusals_of(late) == [(Reason.TOO_LATE, None)]
    assert await refusals_of(prepare_reply(world.services, world.who("tom"), draft.id)) == [(Reason.TOO_LATE, None)]


async def test_what_came_of_it_goes_back_to_the_giver(world: World) -> None:
    feedback = await given_to_maya(world)
    draft = await prepare_follow_up(world.services, world.who("maya"), feedback)
    assert (draft.partner.name, draft.said) == ("Tom Reed", GIVEN.differently)
    done = WordsValues(feedback, "I began there, and nobody frowned.")
    for _ in range(2):
        await say_what_came_of_it(world.services, world.who("maya"), done, "V-done")
    [told] = await world.told("tom", CameOfIt)
    assert (told.partner.name, told.words, told.said) == ("Maya Iyer", done.words, GIVEN.differently)
    assert [each.afterwards.came_of_it for each in await world.told("tom", FeedbackSaved)] == [done.words]
    again = say_what_came_of_it(world.services, world.who("maya"), done, world.form())
    assert await refusals_of(again) == [(Reason.TOO_LATE, None)]


async def test_only_who_was_given_it_says_something_of_it(world: World) -> None:
    feedback = await given_to_maya(world)
    await world.paired("zoe", "leo")
    await ask_what_was_meant(world.services, world.who("maya"), WordsValues(feedback, "Which?"), world.form())
    [question] = await world.told("tom", WhatWasMeant)
    words = WordsValues(feedback, "x")
    for name in ("tom", "zoe", "amara"):
        for attempt in (
            react(world.services, world.who(name), feedback, Reaction.FITS),
            prepare_follow_up(world.services, world.who(name), feedback),
            say_what_came_of_it(world.services, world.who(name), words, world.form()),
            ask_what_was_meant(world.services, world.who(name), words, world.form()),
        ):
            assert await refusals_of(attempt) == [(Reason.NOT_YOURS, None)]
    for name in ("maya", "zoe", "amara"):
        for attempt in (
            prepare_reply(world.services, world.who(name), question.clarification_id),
            explain_feedback(
                world.services, world.who(name), WordsValues(question.clarification_id, "x"), world.form()
            ),
        ):
            assert await refusals_of(attempt) == [(Reason.NOT_YOURS, None)]
