"""What is asked for once before feedback is sent."""

import pytest

from mentoring.feedback import Gap, Given, gaps
from mentoring.pairs import Role

EXAMPLE = "In Tuesday's demo you stopped, and asked Ana what she would miss."


@pytest.mark.parametrize(
    "shone",
    [
        "Good job!",
        "You always do great work, all the time, never a bad day. Well done!",
        "I like your talks",
        "素晴らしい",
    ],
)
def test_praise_alone_is_asked_for_a_moment(shone: str) -> None:
    for giver in Role:
        assert gaps(Given(shone), giver) == (Gap.NO_EXAMPLE,)


@pytest.mark.parametrize("shone", [EXAMPLE, f"Great talk, as always. {EXAMPLE}"])
def test_praise_beside_a_moment_is_welcome(shone: str) -> None:
    assert gaps(Given(shone), Role.MENTOR) == ()


@pytest.mark.parametrize("differently", ["Your slides were too full.", "You talk too fast", "Be on time."])
def test_a_verdict_is_asked_for_a_suggestion(differently: str) -> None:
    assert gaps(Given(EXAMPLE, differently), Role.MENTOR) == (Gap.NO_SUGGESTION,)
    assert gaps(Given("Nice", differently), Role.MENTOR) == (Gap.NO_EXAMPLE, Gap.NO_SUGGESTION)


@pytest.mark.parametrize(
    "differently",
    ["What if you opened with the result?", "Next time, one idea a slide", "次は結論から?", "次は結論から\uff1f", None],
)
def test_a_question_or_a_suggestion_is_one(differently: str | None) -> None:
    assert gaps(Given(EXAMPLE, differently), Role.MENTOR) == ()


def test_what_answers_a_question_need_be_of_no_moment() -> None:
    assert gaps(Given("", "What if you opened with the result?"), Role.MENTOR) == ()
    assert Given("", None, "You could lead the next one").heart == "You could lead the next one"


def test_what_would_help_a_mentee_more_is_a_suggestion() -> None:
    assert gaps(Given(EXAMPLE, "Hearing where you got stuck yourself"), Role.MENTEE) == ()
