"""Checkpoints as people write them, one a line with perhaps a date at its end, and as they read them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import get_month_names

from mentoring.checkpoints import LONGEST_CHECKPOINT, Checkpoint, Progress
from mentoring.promises import one_a_line
from views.wording import Wording, dates

# A day without its year is the next one, or one that has only just passed.
JUST_PASSED = timedelta(days=60)
_DATED = re.compile(
    r"^(?P<words>.+?)[\s,-]+by "
    r"(?:(?P<day>\d{1,2}) (?P<month>[A-Za-z]+)|(?P<month_first>[A-Za-z]+) (?P<day_next>\d{1,2}))"
    r"(?:,? (?P<year>\d{4}))?$",
    re.IGNORECASE,
)


def typed_checkpoints(text: str | None, today: date) -> tuple[Checkpoint, ...]:
    """What somebody typed, one a line; "by 12 May" or "by May 12" at its end is its date, with or without a year.

    A date that cannot be understood stays in the words.
    """
    return tuple(_typed(line, today) for line in one_a_line(text))


def checkpoint_lines(checkpoints: Sequence[Checkpoint], locale: str | None, wording: Wording) -> str:
    """The same to be typed on: what `typed_checkpoints` reads again as it was."""
    return "\n".join(_line(each, locale, wording) for each in checkpoints)


def checkpoint_words(checkpoint: Checkpoint, locale: str | None, wording: Wording) -> str:
    """A checkpoint to read, with its date."""
    if checkpoint.due_on is None:
        return checkpoint.words
    day = dates.day_and_month(checkpoint.due_on, locale)
    return wording.say("checkpoint-due", words=checkpoint.words, day=day)


def ticked_lines(checkpoints: Sequence[Checkpoint], locale: str | None, wording: Wording) -> list[str]:
    """All checkpoints of a goal, each with whether it is reached."""
    return [
        wording.say(
            "checkpoint-line", is_reached="yes" if each.is_reached else "no",
            words=checkpoint_words(each, locale, wording),
        )
        for each in checkpoints
    ]  # fmt: skip


def progress_words(progress: Progress, wording: Wording) -> str:
    """How far a goal is; empty where it has no checkpoints."""
    return wording.say("checkpoint-progress", reached=progress.reached, count=progress.of) if progress.of else ""


def _line(checkpoint: Checkpoint, locale: str | None, wording: Wording) -> str:
    if checkpoint.due_on is None:
        return checkpoint.words
    day = dates.typed_day(checkpoint.due_on, locale)
    return wording.say("checkpoint-due", words=checkpoint.words, day=day)


def _typed(line: str, today: date) -> Checkpoint:
    found = _DATED.match(line)
    due_on = _date(found, today) if found else None
    words = found["words"] if found and due_on else line
    return Checkpoint(None, words[:LONGEST_CHECKPOINT], due_on)


def _date(found: re.Match[str], today: date) -> date | None:
    day, month, year = found["day"] or found["day_next"], found["month"] or found["month_first"], found["year"]
    months = get_month_names("wide", locale=dates.customs(None))
    number = next(
        (n for n, name in months.items() if len(month) > 2 and name.casefold().startswith(month.casefold())), None
    )
    if number is None:
        return None
    try:
        on = date(int(year or today.year), number, int(day))
        return on.replace(year=on.year + 1) if year is None and on < today - JUST_PASSED else on
    except ValueError:
        return None
