"""What somebody can do now, in words and as buttons."""

from collections.abc import Sequence

from mentoring.forms import Menu
from mentoring.notices import Help, Reader
from mentoring.pairs import PairChoice
from mentoring.people import Person
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.markup import Markup, mention, shorten
from views.messages.message import Message
from views.pair_buttons import pair_buttons
from views.wording import Wording
from views.wording.lists import names

LONGEST_WORD = 40


def menu_message(menu: Menu, wording: Wording) -> Message:
    """What this person can do now, as buttons."""
    return Message.of(
        section(wording.markup("menu-title")),
        *_where_it_stands(menu, wording),
        _buttons(menu, wording),
        *_pair_buttons(menu, wording),
        context(Markup.lines(wording.markup("menu-help"), _at_home(menu, wording))),
    )


def help_message(menu: Menu, wording: Wording) -> Message:
    """What this person can do now, in words, with the buttons below."""
    return Message.of(
        section(wording.markup("help-title")),
        section(_commands(menu, wording)),
        *_where_it_stands(menu, wording),
        _buttons(menu, wording),
        *([context(at_home)] if (at_home := _at_home(menu, wording)) else []),
    )


def unknown_word(word: str, menu: Menu, wording: Wording) -> Message:
    """An answer to a word that `/mentoring` does not know: the help."""
    return Message.of(
        section(wording.markup("help-unknown", word=shorten(word, LONGEST_WORD))),
        section(_commands(menu, wording)),
        *_where_it_stands(menu, wording),
        _buttons(menu, wording),
    )


def answer_to_a_message(content: Help, _reader: Reader, wording: Wording) -> Message:
    """An answer to whoever wrote to the bot."""
    menu = Menu(
        content.has_pair,
        content.awaits_answer,
        content.is_organiser,
        may_become_organiser=False,
        waits_to_begin=content.waits_to_begin,
    )
    return Message.of(
        section(wording.markup("help-to-a-message")),
        section(_commands(menu, wording)),
        *_where_it_stands(menu, wording),
        _buttons(menu, wording),
    )


def empty_journal(wording: Wording) -> Message:
    """An answer to somebody who has no wins to read yet."""
    return Message.of(
        section(wording.markup("journal-empty")),
        actions(button(wording.say("button-win"), ActionId.CELEBRATE)),
    )


def no_promises(wording: Wording) -> Message:
    """An answer to somebody who has no open promises: how they come about."""
    return Message.of(
        section(wording.markup("promises-none")),
        actions(button(wording.say("button-check-in"), ActionId.LOG_CHECK_IN)),
    )


def no_pair(menu: Menu, organisers: Sequence[Person], wording: Wording) -> Message:
    """An answer to somebody who needs a pair for what they want: how to get one, or that theirs is still to begin."""
    buttons = [button(wording.say("button-win"), ActionId.CELEBRATE)]
    if menu.awaits_answer:
        way = [wording.markup("menu-awaits-answer"), wording.markup("no-pair-begins")]
    elif menu.waits_to_begin:
        way = [wording.markup("no-pair-awaits-answer")]
    elif menu.is_organiser:
        way = [wording.markup("no-pair-organiser")]
        buttons.insert(0, button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM))
    else:
        way = [how_to_get_a_pair(organisers, wording)]
        if organisers:
            way.append(wording.markup("no-pair-wish"))
    return Message.of(*map(section, way), section(wording.markup("no-pair-win")), actions(*buttons))


def not_a_pair_with(user: str, pairs: Sequence[PairChoice], wording: Wording) -> Message:
    """An answer to somebody who would log a session with another than a partner of theirs: with whom they can.

    Args:
        user: Slack's id of whom they named.
        pairs: Theirs, of which there is one at least.
        wording: The words.
    """
    lines = (
        section(
            wording.markup("form-pair-choice", partner=pair.partner.name, role=pair.role.value),
            button(wording.say("button-check-in"), ActionId.LOG_CHECK_IN, pair.id),
        )
        for pair in pairs
    )
    return Message.of(section(wording.markup("not-a-pair-with", person=mention(user), count=len(pairs))), *lines)


def how_to_get_a_pair(organisers: Sequence[Person], wording: Wording) -> Markup:
    """Whom to ask."""
    if not organisers:
        return wording.markup("no-pair-no-organiser")
    return wording.markup("no-pair", organisers=names(organisers), count=len(organisers))


def _where_it_stands(menu: Menu, wording: Wording) -> list[Block]:
    if menu.awaits_answer:
        return [section(wording.markup("menu-awaits-answer"))]
    if menu.waits_to_begin and not menu.has_pair:
        return [section(wording.markup("no-pair-awaits-answer"))]
    if not (menu.has_pair or menu.is_organiser):
        return [section(wording.markup("menu-no-pair"))]
    return []


def _at_home(menu: Menu, wording: Wording) -> Markup:
    if menu.is_organiser:
        return wording.markup("help-home-organiser", has_pair="yes" if menu.has_pair else "no")
    return wording.markup("help-home") if menu.has_pair else Markup()


def _pair_buttons(menu: Menu, wording: Wording) -> list[Block]:
    if not menu.has_pair:
        return []
    buttons = pair_buttons(wording, is_paused=menu.has_paused, comes_to_its_end=menu.wraps_up)
    return [section(wording.markup("menu-pair")), actions(*buttons)]


def _commands(menu: Menu, wording: Wording) -> Markup:
    organises = menu.is_organiser or menu.may_become_organiser
    return Markup.lines(
        wording.markup("help-check-in") if menu.has_pair else "",
        wording.markup("help-plan") if menu.has_pair else "",
        wording.markup("help-promises") if menu.has_pair else "",
        wording.markup("help-goals") if menu.has_pair else "",
        wording.markup("help-agreement") if menu.has_pair else "",
        wording.markup("help-feedback") if menu.has_pair else "",
        wording.markup("help-horizon") if menu.has_pair else "",
        wording.markup("help-review") if menu.has_pair or menu.looks_back else "",
        wording.markup("help-pause") if menu.has_pair else "",
        wording.markup("help-resume") if menu.has_paused else "",
        wording.markup("help-win"),
        wording.markup("help-journal"),
        wording.markup("help-pair") if organises else "",
        wording.markup("help-programme") if organises else "",
        wording.markup("help-report") if menu.is_organiser else "",
        wording.markup("help-settings"),
        wording.markup("help-privacy"),
    )


def _buttons(menu: Menu, wording: Wording) -> Block:
    organises = menu.is_organiser or menu.may_become_organiser
    buttons = [
        button(wording.say("button-win"), ActionId.CELEBRATE),
        button(wording.say("button-settings"), ActionId.OPEN_SETTINGS),
        button(wording.say("button-privacy"), ActionId.SHOW_PRIVACY),
    ]
    if menu.looks_back:
        buttons.insert(1, button(wording.say("button-reviews"), ActionId.OPEN_REVIEWS))
    if organises:
        buttons[1:1] = [
            button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM),
            button(wording.say("button-programme"), ActionId.OPEN_PROGRAMME),
        ]
    if menu.is_organiser:
        buttons.insert(3, button(wording.say("button-report"), ActionId.SHOW_REPORT))
    if menu.has_pair:
        buttons.insert(0, button(wording.say("button-check-in"), ActionId.LOG_CHECK_IN, primary=True))
        buttons.insert(1, button(wording.say("button-plan-with"), ActionId.OPEN_PLAN))
        buttons.insert(3, button(wording.say("button-promises"), ActionId.OPEN_PROMISES))
    return actions(*buttons)
