"""The story of somebody's pairs as a modal: month by month, a page at a time, of one pair or of all."""

from itertools import groupby

from mentoring.story import Entry, Part, StoryPage
from views.blocks import Block, MenuOption, View, actions, button, context, header, select
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.story import told
from views.wording import Wording, dates

# What stands for no pair in particular, where Slack needs a value.
ALL = "all"
MOST_PAIRS = 99


def story_form(page: StoryPage, wording: Wording) -> View:
    """A page with what there is to choose, and the way to the newer and the older ones."""
    blocks = [
        context(wording.markup("story-intro")),
        actions(*_of_which_pair(page, wording), _part(page, wording)),
        *_months(page, wording),
        *_pages(page, wording),
    ]
    about = Context(FormId.STORY, pair_id=page.pair_id, skipped=page.skipped, part=page.part)
    return modal(about, wording.say("story-title"), blocks, close=wording.say("form-close"))


def _of_which_pair(page: StoryPage, wording: Wording) -> list[Block]:
    """A choice where there are several."""
    if len(page.pairs) < 2:
        return []
    options = [
        MenuOption(ALL, wording.say("story-all-pairs")),
        *(
            MenuOption(pair.id, wording.say("form-pair-choice", partner=pair.partner.name, role=pair.role.value))
            for pair in page.pairs[:MOST_PAIRS]
        ),
    ]
    return [select(ActionId.STORY_OF, options, page.pair_id or ALL)]


def _part(page: StoryPage, wording: Wording) -> Block:
    options = [MenuOption(part.value, wording.say("story-part", part=part.value.replace(" ", "-"))) for part in Part]
    return select(ActionId.STORY_ONLY, options, page.part.value)


def _months(page: StoryPage, wording: Wording) -> list[Block]:
    if not page.entries:
        return [context(wording.markup("story-empty"))]
    blocks: list[Block] = []
    for _, entries in groupby(page.entries, key=_month):
        of_month = list(entries)
        blocks.append(header(dates.month(of_month[0].moment.on, page.locale)))
        for entry in of_month:
            blocks += told(entry, page, wording)
    return blocks


def _month(entry: Entry) -> tuple[int, int]:
    return entry.moment.on.year, entry.moment.on.month


def _pages(page: StoryPage, wording: Wording) -> list[Block]:
    buttons = [
        *([button(wording.say("button-newer"), ActionId.NEWER_STORY)] if page.skipped else []),
        *([button(wording.say("button-older"), ActionId.OLDER_STORY)] if page.has_older else []),
    ]
    return [actions(*buttons)] if buttons else []
