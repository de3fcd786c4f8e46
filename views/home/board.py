"""What an organiser sees beside their own: that pairs meet, never what they say."""

from collections.abc import Iterable

from mentoring.home import Board, HomePicture, PairLine
from mentoring.notices import Reader
from mentoring.pairs import PairState
from views.blocks import SECTION_TEXT, Block, actions, button, context, header, section
from views.deliveries import deliveries_in_words
from views.ids import ActionId
from views.markup import Markup, channel, quote
from views.pair_lines import course_of
from views.withdrawing import withdraw_button
from views.wording import Wording, dates
from views.wording.lists import names

# Each with a button has a block of its own; further ones are lines.
MOST_BOARDS, MOST_BUTTONS = 3, 10


def boards(picture: HomePicture, wording: Wording) -> list[Block]:
    """The pairs of each programme this person organises; below them, buttons to add some and to read how they do."""
    return [block for board in picture.boards[:MOST_BOARDS] for block in _board(board, picture, wording)]


def deliveries(picture: HomePicture, wording: Wording) -> list[Block]:
    """What became of the messages, for an organiser."""
    if picture.deliveries is None:
        return []
    title = wording.markup("deliveries-title")
    return [section(Markup.lines(title, deliveries_in_words(picture.deliveries, wording)))]


def _board(board: Board, picture: HomePicture, wording: Wording) -> list[Block]:
    place = wording.markup("board-channel", channel=channel(board.channel)) if board.channel else None
    proposed = [line for line in board.pairs if line.state is PairState.PROPOSED]
    lines = [_line(line, picture, wording) for line in (*proposed[MOST_BUTTONS:], *board.pairs[len(proposed) :])]
    return [
        header(wording.say("board-title", programme=board.programme)),
        context(place or wording.markup("board-no-channel")),
        *_talks(board, picture, wording),
        *(_proposal(line, picture, wording) for line in proposed[:MOST_BUTTONS]),
        *_paragraphs(lines if board.pairs else [wording.markup("board-no-pairs")]),
        *([context(wording.markup("board-more-pairs", count=board.more_pairs))] if board.more_pairs else []),
        actions(
            button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM),
            button(wording.say("button-report"), ActionId.SHOW_REPORT),
            button(wording.say("button-programme"), ActionId.OPEN_PROGRAMME),
        ),
    ]


def _talks(board: Board, picture: HomePicture, wording: Wording) -> list[Block]:
    """Who would like to talk to the reader."""
    if not board.talks:
        return []
    reader = Reader(picture.settings.time_zone, picture.locale)
    lines = [
        Markup.lines(
            wording.markup(
                "board-talk", person=talk.author.name, partner=talk.partner.name, day=dates.day_of(talk.since, reader)
            ),
            quote(talk.words) if talk.words else "",
        )
        for talk in board.talks
    ]
    return _paragraphs([wording.markup("board-talk-title"), *lines])


def _proposal(line: PairLine, picture: HomePicture, wording: Wording) -> Block:
    """A pair that waits to begin, with a button to take it back."""
    return section(_line(line, picture, wording), withdraw_button(line.pair_id, wording))


def _line(line: PairLine, picture: HomePicture, wording: Wording) -> Markup:
    mentor, mentee = line.mentor.name, line.mentee.name
    reader = Reader(picture.settings.time_zone, picture.locale)
    if line.state is PairState.PROPOSED:
        count = len(line.waits_for)
        people = names(line.waits_for)
        waits = wording.markup("board-pair-waits", mentor=mentor, mentee=mentee, count=count, people=people)
        if line.waits_since is None:
            return waits
        return Markup.lines(waits, wording.markup("board-pair-waits-since", day=dates.day_of(line.waits_since, reader)))
    if line.ended_at:
        day = dates.day_of(line.ended_at, reader)
        if line.state is PairState.COMPLETED:
            return wording.markup("board-pair-completed", mentor=mentor, mentee=mentee, day=day)
        return wording.markup("board-pair-ended", mentor=mentor, mentee=mentee, day=day)
    return course_of(line, wording, picture.locale, picture.now.date())


def _paragraphs(lines: Iterable[Markup]) -> list[Block]:
    """Lines in as few sections as hold them."""
    paragraphs: list[Markup] = []
    for line in lines:
        if paragraphs and len(paragraphs[-1]) + 1 + len(line) <= SECTION_TEXT:
            paragraphs[-1] = Markup.lines(paragraphs[-1], line)
        else:
            paragraphs.append(line)
    return [section(paragraph) for paragraph in paragraphs]
