"""Once a week, to an organiser: what waits for them, and what they can do about it."""

from mentoring.home import PairLine
from mentoring.notices import Reader
from mentoring.organising import OrganisersWeek
from views.blocks import Block, actions, button, context, section
from views.deliveries import troubles_in_words
from views.ids import ActionId
from views.markup import Markup
from views.messages.message import Message
from views.pair_lines import course_of
from views.withdrawing import withdraw_button
from views.wording import Wording, dates
from views.wording.lists import names

# Further ones are in their Home.
MOST_STUCK, MOST_UNANSWERED = 15, 5


def organisers_week(content: OrganisersWeek, reader: Reader, wording: Wording) -> Message:
    """Pairs that have not met, invitations without an answer, messages that did not arrive; why it came."""
    notice = str(content.notice_id)
    if not content.is_on:
        return Message.of(
            section(wording.markup("week-is-off", programme=content.programme)),
            actions(button(wording.say("week-on"), ActionId.WEEK_ON, notice)),
        )
    troubles = troubles_in_words(content.deliveries, wording)
    return Message.of(
        section(wording.markup("week-title", programme=content.programme)),
        *([] if content.says_something else [section(wording.markup("week-nothing"))]),
        *_stuck(content, reader, wording),
        *_unanswered(content, reader, wording),
        *([section(Markup.lines(wording.markup("week-deliveries"), *troubles))] if troubles else []),
        actions(
            button(wording.say("button-report"), ActionId.SHOW_REPORT),
            button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM),
            button(wording.say("week-off"), ActionId.WEEK_OFF, notice),
        ),
        context(wording.markup("week-why", programme=content.programme)),
    )


def _stuck(content: OrganisersWeek, reader: Reader, wording: Wording) -> list[Block]:
    if not content.stuck:
        return []
    lines = [course_of(line, wording, reader.locale, content.today) for line in content.stuck[:MOST_STUCK]]
    paragraph = Markup.lines(wording.markup("week-stuck"), *(wording.markup("week-line", line=line) for line in lines))
    return [section(paragraph), *_more(len(content.stuck) - len(lines), wording)]


def _unanswered(content: OrganisersWeek, reader: Reader, wording: Wording) -> list[Block]:
    if not content.unanswered:
        return []
    shown = content.unanswered[:MOST_UNANSWERED]
    return [
        section(wording.markup("week-unanswered")),
        *(section(_waits(line, reader, wording), withdraw_button(line.pair_id, wording)) for line in shown),
        *_more(len(content.unanswered) - len(shown), wording),
    ]


def _waits(line: PairLine, reader: Reader, wording: Wording) -> Markup:
    people = {"mentor": line.mentor.name, "mentee": line.mentee.name, "people": names(line.waits_for)}
    since = dates.day_of(line.waits_since, reader) if line.waits_since else ""
    return wording.markup("week-waits", count=len(line.waits_for), day=since, **people)


def _more(count: int, wording: Wording) -> list[Block]:
    return [context(wording.markup("week-more", count=count))] if count else []
