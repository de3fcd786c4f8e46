"""App Home with less of each list, for where all of it would not fit."""

from collections.abc import Sequence
from dataclasses import replace

from mentoring.home import Board, HomePicture

# How much of each list is tried, one after the other.
LEVELS = (12, 8, 5, 3, 2, 1)
# Somebody with more pairs than this sees less of each list from the start: so much else is on the page.
FEW_PAIRS, OF_MANY = 3, 3
# A pair takes a block, where other things take several; and somebody with several pairs is still shown as such.
MORE_PAIRS = 2
# A pair on an organiser's board takes a line, where other things take several blocks.
LINES = 5


def levels_for(picture: HomePicture) -> tuple[int, ...]:
    """How much of each list is tried for this person."""
    return tuple(most for most in LEVELS if most <= OF_MANY or len(picture.pairs) <= FEW_PAIRS)


def shortened(picture: HomePicture, most: int) -> HomePicture:
    """The same with at most so many of each list, and with how many are left out. Of promises the newest stay."""
    left, pairs = picture.left_out, most + MORE_PAIRS
    return replace(
        picture,
        invitations=picture.invitations[:most],
        questions=picture.questions[:most],
        more_questions=picture.more_questions + _over(picture.questions, most),
        agenda=picture.agenda[:most],
        pairs=picture.pairs[:pairs],
        goals=picture.goals[:most],
        confidence=picture.confidence[:most],
        promises_mine=picture.promises_mine[-most:],
        proposals=picture.proposals[-most:],
        promises_theirs=picture.promises_theirs[-most:],
        wins=picture.wins[:most],
        more_wins=picture.more_wins + _over(picture.wins, most),
        boards=tuple(_board(board, most * LINES) for board in picture.boards[:most]),
        left_out=replace(
            left,
            invitations=left.invitations + _over(picture.invitations, most),
            agenda=left.agenda + _over(picture.agenda, most),
            pairs=left.pairs + _over(picture.pairs, pairs),
            goals=left.goals + _over(picture.goals, most),
            confidence=left.confidence + _over(picture.confidence, most),
            promises_mine=left.promises_mine + _over(picture.promises_mine, most),
            proposals=left.proposals + _over(picture.proposals, most),
            promises_theirs=left.promises_theirs + _over(picture.promises_theirs, most),
        ),
    )


def _board(board: Board, most: int) -> Board:
    return replace(board, pairs=board.pairs[:most], more_pairs=board.more_pairs + _over(board.pairs, most))


def _over(items: Sequence[object], most: int) -> int:
    return max(0, len(items) - most)
