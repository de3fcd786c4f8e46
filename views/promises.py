"""Promises as people read them: by when, and what became of them."""

from collections.abc import Sequence
from datetime import date

from mentoring.promises import PromiseLine, PromiseState
from views.blocks import SECTION_TEXT, Block, actions, button, context, section
from views.ids import ActionId
from views.wording import Wording, dates

# A field of a form, or a line among others; more of it is in the form for promises.
LONGEST_LINE = 250


def promise_words(
    promise: PromiseLine, locale: str | None, wording: Wording, *, today: date, suggested: bool = False
) -> str:
    """A promise in a line.

    Args:
        promise: The promise.
        locale: The reader's.
        wording: The words.
        today: Of which year a date is told without its year.
        suggested: Whether the reader suggested it: what its owner answered is then part of it.
    """
    due = dates.day(promise.due_on, locale, today=today) if promise.due_on else ""
    state = promise.state.name.lower()
    if promise.state is PromiseState.OPEN:
        state = f"{'promised' if suggested else 'open'}{'_by' if due else ''}"
    return wording.say("promise-line", words=promise.words, state=state, day=due)


def proposal(promise: PromiseLine, locale: str | None, wording: Wording, *, today: date) -> list[Block]:
    """A promise that the partner proposed: while it waits, with the two answers, and after that with what was said."""
    if promise.state is PromiseState.PROPOSED:
        return [
            section(promise.words),
            actions(
                button(wording.say("promise-accept"), ActionId.ACCEPT_PROMISE, promise.id),
                button(wording.say("promise-refuse"), ActionId.REFUSE_PROMISE, promise.id),
            ),
        ]
    due = dates.day(promise.due_on, locale, today=today) if promise.due_on else ""
    state = promise.state.name.lower()
    if promise.state is PromiseState.OPEN and due:
        state = "open_by"
    return [section(promise.words), context(wording.say("promise-answered", state=state, day=due))]


def bulleted(lines: Sequence[str]) -> list[Block]:
    """A list as plain words, in as few sections as hold it."""
    paragraphs: list[str] = []
    for line in lines:
        bullet = f"• {line}"
        if paragraphs and len(paragraphs[-1]) + 1 + len(bullet) <= SECTION_TEXT:
            paragraphs[-1] += f"\n{bullet}"
        else:
            paragraphs.append(bullet)
    return [section(paragraph) for paragraph in paragraphs]
