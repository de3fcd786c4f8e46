"""The foot of a message of nudges: why it came, and a menu with which to have it later, or no more."""

from collections.abc import Sequence
from typing import get_args

from mentoring.notices import Content
from mentoring.nudge_contents import About, Asking
from mentoring.nudges.kinds import OF_SESSIONS, NudgeKind
from views.blocks import Block, MenuOption, menu, section
from views.ids import ActionId, NudgeChoice
from views.markup import Markup
from views.messages.settled import kind_words
from views.wording import Wording

# So many options a menu takes.
MOST_OPTIONS = 5


def nudge_foot(contents: Sequence[Content], wording: Wording) -> list[Block]:
    """One foot for all nudges of a message that still ask; nothing where none does."""
    asking = [each.about for each in contents if isinstance(each, get_args(Asking))]
    if not asking:
        return []
    return [section(_why(asking, wording), menu(ActionId.NUDGE_MENU, _options(asking, wording)))]


def _why(asking: Sequence[About], wording: Wording) -> Markup:
    kinds = {about.kind for about in asking}
    if len(kinds) > 1:
        return wording.markup("nudge-why-several")
    about = asking[0]
    rhythm = wording.say("rhythm-in-a-sentence", days=about.rhythm_days)
    facts = {"partner": about.partner.name, "rhythm": rhythm}
    return wording.markup(f"nudge-why-{about.kind.value.replace(' ', '-')}", **facts)


def _options(asking: Sequence[About], wording: Wording) -> list[MenuOption]:
    """A nudge about a session cannot come later; of what comes under several kinds, each can be turned off."""
    first_of = {about.kind: about for about in reversed(asking)}
    later = [about for about in asking if about.kind not in OF_SESSIONS]
    options = [_option(NudgeChoice.WHY, asking[0], wording.say("nudge-menu-why"))]
    if later:
        options.append(_option(NudgeChoice.LATER, later[0], wording.say("nudge-menu-later")))
    for kind in [each for each in NudgeKind if each in first_of][: MOST_OPTIONS - len(options)]:
        what = wording.say("nudge-menu-no-more")
        if len(first_of) > 1:
            what = wording.say("nudge-menu-no-more-of", what=kind_words(kind, wording))
        options.append(_option(NudgeChoice.NO_MORE, first_of[kind], what))
    return options


def _option(choice: NudgeChoice, about: About, words: str) -> MenuOption:
    return MenuOption(f"{choice} {about.notice_id}", words)
