"""What a story tells, entry by entry: first what happened and when, then the words, each with who reads them."""

from collections.abc import Callable, Mapping
from typing import Any

from mentoring.milestones import MilestoneKind
from mentoring.shared_goals import GoalState
from mentoring.story import (
    Agreed,
    Entry,
    FeedbackTold,
    GoalChanged,
    GoalTold,
    HorizonTold,
    LookedBack,
    Met,
    PairTold,
    PulseTold,
    Reached,
    Shared,
    StoryPage,
    Thanked,
    Ticked,
    Won,
)
from views.blocks import SECTION_TEXT, Block, context, section
from views.forms.horizon import answer_lines
from views.goals import goal_lines
from views.home.journal import entry as win_entry
from views.markup import shorten
from views.messages.feedback import feedback_parts
from views.reviews import answer_words, question_words
from views.wording import Wording, dates

# Of what may come several times in one entry. All of it is where it was written.
LONGEST = 1_000
LONGEST_REVIEW, LONGEST_GOAL = 2_000, 150


def told(entry: Entry, page: StoryPage, wording: Wording) -> list[Block]:
    """The blocks of one entry."""
    return _TOLD[type(entry)](entry, page, wording)


def _when(entry: Entry, page: StoryPage) -> dict[str, str]:
    """The day, whose year stands above its month, and with whom where there was somebody."""
    return {"day": dates.day(entry.moment.on, page.locale), "partner": _partner(entry)}


def _partner(entry: Entry) -> str:
    return entry.moment.partner.name if entry.moment.partner else ""


def _whose(*, is_mine: bool) -> str:
    return "mine" if is_mine else "theirs"


def _pair(entry: PairTold, page: StoryPage, wording: Wording) -> list[Block]:
    state = entry.state.value.replace(" ", "-")
    return [section(wording.markup("story-pair", state=state, role=entry.role.value, **_when(entry, page)))]


def _agreed(entry: Agreed, page: StoryPage, wording: Wording) -> list[Block]:
    first = "yes" if entry.is_first else "no"
    return [section(wording.markup("story-agreed", first=first, **_when(entry, page)))]


def _met(entry: Met, page: StoryPage, wording: Wording) -> list[Block]:
    partner = _partner(entry)
    blocks = [section(wording.markup("story-met", kind=entry.kind.name.lower(), **_when(entry, page)))]
    if entry.is_disputed:
        blocks.append(context(wording.markup("story-disputed", partner=partner)))
    said = {"mine": entry.notes, "theirs": entry.partners_notes, "reflection": entry.reflection}
    for whose, words in said.items():
        if words:
            about = wording.markup("story-notes", whose=whose, partner=partner)
            blocks += [section(shorten(words, LONGEST)), context(about)]
    if entry.feeling:
        blocks.append(context(wording.markup("story-feeling", role=entry.role.value, value=entry.feeling)))
    blocks += _pulse(entry.pulse, "mine", partner, wording)
    blocks += _pulse(entry.partners_pulse, "theirs", partner, wording)
    return blocks


def _pulse(pulse: PulseTold | None, whose: str, partner: str, wording: Wording) -> list[Block]:
    if pulse is None:
        return []
    words = [section(shorten(pulse.words, LONGEST))] if pulse.words else []
    worth = wording.say("pulse-worth", worth=pulse.worth.value) if pulse.worth else ""
    if whose == "mine":
        shared = "yes" if pulse.is_shared else "no"
        return [*words, context(wording.markup("story-pulse-mine", worth=worth, shared=shared, partner=partner))]
    has_worth = "yes" if pulse.worth else "no"
    return [*words, context(wording.markup("story-pulse-theirs", worth=worth, has_worth=has_worth, partner=partner))]


def _won(entry: Won, page: StoryPage, wording: Wording) -> list[Block]:
    win = win_entry(entry.win, page.me, entry.moment.on, page.locale, wording)
    return [section(wording.markup("story-win")), *win]


def _reached(entry: Reached, page: StoryPage, wording: Wording) -> list[Block]:
    milestone = entry.milestone
    count = int(milestone.subject) if milestone.kind is MilestoneKind.SESSIONS else 0
    kind = milestone.kind.value.replace(" ", "-")
    return [section(wording.markup("story-milestone", kind=kind, count=count, **_when(entry, page)))]


def _goal(entry: GoalTold, page: StoryPage, wording: Wording) -> list[Block]:
    """In full when it is set, and only what it was about afterwards."""
    title = wording.markup("story-goal", state=entry.state.value, **_when(entry, page))
    is_set = entry.state is GoalState.OPEN
    words = goal_lines(entry.words, page.locale, wording) if is_set else entry.words.statement
    return [section(title), section(shorten(words, SECTION_TEXT))]


def _goal_changed(entry: GoalChanged, page: StoryPage, wording: Wording) -> list[Block]:
    became = "changed" if entry.was is GoalState.OPEN else "reopened"
    title = wording.markup("story-goal-changed", became=became, **_when(entry, page))
    return [section(title), section(shorten(goal_lines(entry.before, page.locale, wording), SECTION_TEXT))]


def _ticked(entry: Ticked, page: StoryPage, wording: Wording) -> list[Block]:
    title = wording.markup("story-checkpoint", goal=shorten(entry.goal, LONGEST_GOAL), **_when(entry, page))
    return [section(title), section(entry.words)]


def _feedback(entry: FeedbackTold, page: StoryPage, wording: Wording) -> list[Block]:
    whose = _whose(is_mine=entry.is_mine)
    blocks = [
        section(wording.markup("story-feedback", whose=whose, **_when(entry, page))),
        *feedback_parts(entry.given, entry.giver, wording, most=LONGEST),
    ]
    if came_of_it := entry.afterwards.came_of_it:
        title = wording.markup("story-came-of-it", partner=_partner(entry), whose=whose)
        blocks += [section(title), section(shorten(came_of_it, LONGEST))]
    return blocks


def _shared(entry: Shared, page: StoryPage, wording: Wording) -> list[Block]:
    title = wording.markup("story-shared", whose=_whose(is_mine=entry.is_mine), **_when(entry, page))
    return [section(title), section(shorten(entry.words, LONGEST))]


def _looked_back(entry: LookedBack, page: StoryPage, wording: Wording) -> list[Block]:
    """All answers as one paragraph: a page has room for several."""
    whose, kind = _whose(is_mine=entry.is_mine), entry.kind.value
    title = wording.markup("story-review", whose=whose, kind=kind, months=entry.months, **_when(entry, page))
    said = "\n\n".join(
        f"{question_words(answer.question, entry.role, wording).label}\n{answer_words(answer, wording)}"
        for answer in entry.answers
    )
    readers = "theirs" if not entry.is_mine else "shared" if entry.has_shared else "mine"
    about = wording.markup("story-review-readers", readers=readers, partner=_partner(entry))
    return [section(title), section(shorten(said, LONGEST_REVIEW)), context(about)]


def _thanked(entry: Thanked, page: StoryPage, wording: Wording) -> list[Block]:
    title = wording.markup("story-thanks", whose=_whose(is_mine=entry.is_mine), **_when(entry, page))
    return [section(title), section(shorten(entry.words, LONGEST))]


def _horizon(entry: HorizonTold, page: StoryPage, wording: Wording) -> list[Block]:
    compared = "yes" if entry.is_compared else "no"
    return [
        section(wording.markup("story-horizon", **_when(entry, page))),
        answer_lines(entry.answers, wording),
        context(wording.markup("story-horizon-readers", compared=compared)),
    ]


# Each function takes one kind of entry, which its key names.
_TOLD: Mapping[type[Entry], Callable[[Any, StoryPage, Wording], list[Block]]] = {
    PairTold: _pair,
    Agreed: _agreed,
    Met: _met,
    Won: _won,
    Reached: _reached,
    GoalTold: _goal,
    GoalChanged: _goal_changed,
    Ticked: _ticked,
    FeedbackTold: _feedback,
    Shared: _shared,
    LookedBack: _looked_back,
    Thanked: _thanked,
    HorizonTold: _horizon,
}
