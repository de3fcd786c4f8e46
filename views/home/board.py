"""What an organiser sees beside their own: that pairs meet, never what they say."""

from collections.abc import Iterable

from mentoring.home import Board, HomePicture, PairLine
from mentoring.pairs import PairState
from views.blocks import SECTION_TEXT, Block, actions, button, context, header, section
from views.ids import ActionId
from views.markup import Markup, channel
from views.wording import Wording, dates
from views.wording.lists import names

MOST_BOARDS = 3


def boards(picture: HomePicture, wording: Wording) -> list[Block]:
    """The pairs of each programme this person organises, and the buttons to add some or to change it."""
    return [block for board in picture.boards[:MOST_BOARDS] for block in _board(board, picture, wording)]


def _board(board: Board, picture: HomePicture, wording: Wording) -> list[Block]:
    place = wording.markup("board-channel", channel=channel(board.channel)) if board.channel else None
    lines = [_line(line, picture, wording) for line in board.pairs]
    return [
        header(wording.say("board-title", programme=board.programme)),
        context(place or wording.markup("board-no-channel")),
        *_paragraphs(lines or [wording.markup("board-no-pairs")]),
        *([context(wording.markup("board-more-pairs", count=board.more_pairs))] if board.more_pairs else []),
        actions(
            button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM),
            button(wording.say("button-programme"), ActionId.OPEN_PROGRAMME),
        ),
    ]


def _line(line: PairLine, picture: HomePicture, wording: Wording) -> Markup:
    mentor, mentee = line.mentor.name, line.mentee.name
    if line.state is PairState.PROPOSED:
        return wording.markup("board-pair-waits", mentor=mentor, mentee=mentee, people=names(line.waits_for))
    if line.last_met is None:
        return wording.markup("board-pair-not-met", mentor=mentor, mentee=mentee)
    day = dates.day(line.last_met, picture.locale, today=picture.now.date())
    return wording.markup("board-pair-met", mentor=mentor, mentee=mentee, count=line.sessions, day=day)


def _paragraphs(lines: Iterable[Markup]) -> list[Block]:
    """Lines in as few sections as hold them."""
    paragraphs: list[Markup] = []
    for line in lines:
        if paragraphs and len(paragraphs[-1]) + 1 + len(line) <= SECTION_TEXT:
            paragraphs[-1] = Markup.lines(paragraphs[-1], line)
        else:
            paragraphs.append(line)
    return [section(paragraph) for paragraph in paragraphs]
