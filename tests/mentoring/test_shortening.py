"""What App Home leaves out is counted, and the newest stays."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from mentoring.home import LeftOut
from mentoring.shortening import LEVELS, shortened
from tests.views.people import EXTREME, TYPICAL
from tests.views.sample_homes import picture

WHOLE = picture(EXTREME)


@given(st.integers(min_value=1, max_value=120))
def test_everything_is_shown_or_counted(most: int) -> None:
    short = shortened(WHOLE, most)
    for field in fields(LeftOut):
        shown, there = getattr(short, field.name), getattr(WHOLE, field.name)
        assert len(shown) + getattr(short.left_out, field.name) == len(there)
        assert set(shown) <= set(there)
    assert len(short.wins) + short.more_wins == len(WHOLE.wins) + WHOLE.more_wins
    assert len(short.questions) + short.more_questions == len(WHOLE.questions) + WHOLE.more_questions
    for board, whole in zip(short.boards, WHOLE.boards, strict=False):
        assert len(board.pairs) + board.more_pairs == len(whole.pairs) + whole.more_pairs
    assert len(short.pairs) > 1
    assert short.promises_mine[-1] == WHOLE.promises_mine[-1]
    assert short.wins[0] == WHOLE.wins[0]


def test_what_fits_is_left_as_it_is() -> None:
    assert shortened(picture(TYPICAL), LEVELS[0]) == picture(TYPICAL)
