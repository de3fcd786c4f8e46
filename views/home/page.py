"""App Home as a whole: its sections in their order."""

from mentoring.home import HomePicture
from mentoring.pairs import PairChoice
from mentoring.shortening import levels_for, shortened
from views.blocks import VIEW_BLOCKS, Block, View, actions, button, header, home_view, joined, section
from views.home.agenda import agenda
from views.home.board import boards, deliveries
from views.home.confidence import confidence
from views.home.feedback import feedback
from views.home.goals import goals
from views.home.joining import my_wishes, who_would_like_to_join
from views.home.journal import journal
from views.home.next_step import next_step
from views.home.pairs import invitations, pairs
from views.home.promises import promises
from views.home.questions import questions
from views.ids import ActionId
from views.messages.help import how_to_get_a_pair
from views.wording import Wording, dates
from views.wording.lists import names


def home(picture: HomePicture, wording: Wording) -> View:
    """Everything that one person's Home shows; where Slack has no room for it, less of each list, and how much more."""
    blocks: list[Block] = []
    for most in levels_for(picture):
        blocks = _blocks(shortened(picture, most), wording)
        if len(blocks) <= VIEW_BLOCKS:
            break
    return home_view(blocks)


def _blocks(picture: HomePicture, wording: Wording) -> list[Block]:
    """All sections; those that have nothing to show are left out.

    What is one's own comes before the board, unless one is in no pair.
    """
    board = boards(picture, wording), who_would_like_to_join(picture, wording), deliveries(picture, wording)
    wins = _first_win(picture, wording), journal(picture, wording)
    sections = joined(
        _about(picture, wording),
        invitations(picture, wording),
        next_step(picture, wording),
        questions(picture, wording),
        feedback(picture, wording),
        agenda(picture, wording),
        promises(picture, wording),
        pairs(picture, wording),
        my_wishes(picture, wording),
        goals(picture, wording),
        confidence(picture, wording),
        *((*wins, *board) if picture.pairs else (*board, *wins)),
        _settings(picture, wording),
    )
    return [header(wording.say("home-title", name=picture.me.name)), *sections]


def _about(picture: HomePicture, wording: Wording) -> list[Block]:
    """For somebody in no pair: what this is, and how to join; who has completed one is thanked, and has its story."""
    if picture.pairs or picture.invitations:
        return []
    if picture.completed:
        return _completed(picture, picture.completed, wording)
    about = [section(wording.markup("home-about"))]
    if not picture.boards:
        about.append(section(how_to_get_a_pair(picture.organisers, wording)))
    return about


def _completed(picture: HomePicture, pair: PairChoice, wording: Wording) -> list[Block]:
    blocks = [
        section(wording.markup("home-completed", partner=pair.partner.name)),
        actions(button(wording.say("button-story"), ActionId.OPEN_STORY, pair.id)),
    ]
    organisers = picture.organisers
    if organisers and not picture.boards:
        again = wording.markup("home-completed-again", organisers=names(organisers), count=len(organisers))
        blocks.append(section(again))
    return blocks


def _first_win(picture: HomePicture, wording: Wording) -> list[Block]:
    """For somebody in no pair, who has wins all the same."""
    if picture.pairs or picture.invitations:
        return []
    question = wording.markup("home-wins-begin")
    return [section(question), actions(button(wording.say("button-win"), ActionId.CELEBRATE))]


def _settings(picture: HomePicture, wording: Wording) -> list[Block]:
    settings, locale = picture.settings, picture.locale
    words = wording.markup(
        "home-settings",
        zone=dates.zone_name(settings.time_zone, locale),
        start=dates.clock(settings.works_from, locale),
        end=dates.clock(settings.works_until, locale),
        celebrations=settings.celebrations.value,
    )
    return [
        section(words),
        actions(
            button(wording.say("button-settings"), ActionId.OPEN_SETTINGS),
            button(wording.say("button-privacy"), ActionId.SHOW_PRIVACY),
        ),
    ]
