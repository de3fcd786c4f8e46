"""What a story tells, entry by entry: first what happened and when, then the words, each with who reads them."""

from mentoring.milestones import MilestoneKind
from mentoring.shared_goals import GoalState
from mentoring.story import Course, Entry, FeedbackTold, GoalTold, Met, Reached, Shared, StoryPage, Won
from views.blocks import Block, context, section
from views.goals import goal_lines
from views.home.journal import entry as win_entry
from views.markup import Markup, shorten
from views.messages.feedback import feedback_parts
from views.wording import Wording, dates

# Of what may come several times in one entry. All of it is where it was written.
LONGEST = 1_000


def told(entry: Entry, page: StoryPage, wording: Wording) -> list[Block]:
    """The blocks of one entry."""
    match entry:
        case Met():
            return _met(entry, page, wording)
        case Won():
            return [
                section(wording.markup("story-win")),
                *win_entry(entry.win, page.me, page.today, page.locale, wording),
            ]
        case GoalTold():
            title = wording.markup("story-goal", state=entry.state.value, **_when(entry, page))
            words = goal_lines(entry.words, page.locale, wording)
            return [section(title), section(words if entry.state is GoalState.OPEN else entry.words.statement)]
        case FeedbackTold():
            return _feedback(entry, page, wording)
        case Shared():
            whose = "mine" if entry.is_mine else "theirs"
            return [
                section(wording.markup("story-shared", whose=whose, **_when(entry, page))),
                section(shorten(entry.words, LONGEST)),
            ]
        case Reached():
            return [section(_milestone(entry, page, wording))]
        case Course():
            state = entry.state.value.replace(" ", "-")
            return [section(wording.markup("story-course", state=state, role=entry.role.value, **_when(entry, page)))]


def _when(entry: Entry, page: StoryPage) -> dict[str, str]:
    """The day, and with whom where there was somebody."""
    partner = entry.moment.partner.name if entry.moment.partner else ""
    return {"day": dates.day(entry.moment.on, page.locale, today=page.today), "partner": partner}


def _met(entry: Met, page: StoryPage, wording: Wording) -> list[Block]:
    partner = entry.moment.partner.name if entry.moment.partner else ""
    kind = entry.kind.name.lower()
    blocks = [section(wording.markup("story-met", kind=kind, **_when(entry, page)))]
    if entry.is_disputed:
        blocks.append(context(wording.markup("story-disputed", partner=partner)))
    said = {"mine": entry.notes, "theirs": entry.partners_notes, "reflection": entry.reflection}
    for whose, words in said.items():
        if words:
            about = wording.markup("story-notes", whose=whose, partner=partner)
            blocks += [section(shorten(words, LONGEST)), context(about)]
    if entry.feeling:
        blocks.append(context(wording.markup("story-feeling", role=entry.role.value, value=entry.feeling)))
    return blocks


def _feedback(entry: FeedbackTold, page: StoryPage, wording: Wording) -> list[Block]:
    whose = "mine" if entry.is_mine else "theirs"
    partner = entry.moment.partner.name if entry.moment.partner else ""
    blocks = [
        section(wording.markup("story-feedback", whose=whose, **_when(entry, page))),
        *feedback_parts(entry.given, entry.giver, wording, most=LONGEST),
    ]
    if entry.afterwards.came_of_it:
        blocks += [
            section(wording.markup("story-came-of-it", partner=partner, whose=whose)),
            section(shorten(entry.afterwards.came_of_it, LONGEST)),
        ]
    return blocks


def _milestone(entry: Reached, page: StoryPage, wording: Wording) -> Markup:
    kind, subject = entry.milestone.kind, entry.milestone.subject
    count = int(subject) if kind is MilestoneKind.SESSIONS else 0
    return wording.markup("story-milestone", kind=kind.value.replace(" ", "-"), count=count, **_when(entry, page))
