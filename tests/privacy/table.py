"""Who reads what, field by field: every column of the database that can hold somebody's words or a private value.

Whoever adds such a column adds its line here, and has somebody write into it in `author.py`; a test asks for both.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from mentoring.troubles import TroubleKind
from mentoring.wins import Audience

# A value of a column, as it is read: words of a sealed one.
Value = Any
# A row of any table.
Row = Any


class Circle(StrEnum):
    """Who may read a field of a row."""

    WRITER = "the writer alone"
    PAIR = "the two of the pair"
    NAMED = "the two of the pair, and whoever it names"
    ORGANISER = "the writer and the organisers"
    EVERYONE = "everybody in the workspace"


@dataclass(frozen=True)
class Varies:
    """That each row has its own circle: which, in words and as a rule."""

    says: str
    circle: Callable[[Row], Circle]

    def __str__(self) -> str:
        return self.says


@dataclass(frozen=True)
class Field:
    """One line: what is written there, who may read it, and how it would read had it been something else.

    `shows` is whether those who may read it find the very words before them; a score is shown as a sign, and a card as
    a sentence.
    """

    what: str
    read_by: Circle | Varies
    other: Callable[[Value], Value] = "{}-otherwise".format
    shows: bool = True

    def circle(self, row: Row) -> Circle:
        """Who may read it in one row."""
        return self.read_by.circle(row) if isinstance(self.read_by, Varies) else self.read_by


def _swapped(*values: Value) -> Callable[[Value], Value]:
    """Another one of some values."""
    return lambda value: next(other for other in values if other != value)


def _digits_turned(code: str) -> str:
    """Other answers: each a digit, and 0 for none."""
    return "".join("0" if digit == "0" else str(1 + int(digit) % 3) for digit in code)


def _answer_turned(answer: str) -> str:
    """Another answer: to most questions words, to some one of a few characters."""
    return f"{answer}-otherwise" if len(answer) > 1 else _swapped(*("12345" if answer.isdigit() else "ypn"))(answer)


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _of_win(row: Row) -> Circle:
    circles = {Audience.ME: Circle.WRITER, Audience.PARTNER: Circle.PAIR, Audience.CHANNEL: Circle.NAMED}
    return Circle.EVERYONE if row.is_posted else circles[Audience(row.audience)]


WIN = Varies(
    "the writer alone, the two of the pair, or everybody once all it names said yes: as its writer chose", _of_win
)
DRAFT = Varies(
    "the writer alone until both are ready, then the two of the pair",
    lambda row: Circle.PAIR if row.are_both_ready else Circle.WRITER,
)
TROUBLE = Varies(
    "the writer alone, and the organisers if the writer tells them; never the partner",
    lambda row: Circle.ORGANISER if row.tells_organiser else Circle.WRITER,
)


def _alone(what: str, **rest: Any) -> Field:  # noqa: ANN401 - of Field
    return Field(what, Circle.WRITER, **rest)


def _both(what: str, **rest: Any) -> Field:  # noqa: ANN401 - of Field
    return Field(what, Circle.PAIR, **rest)


WORTH = _swapped("well", "hardly")

FIELDS: Mapping[str, Field] = {
    "check_in.notes": _both("What you talked about"),
    # After a 1 its writer is offered a lighter session, in a message.
    "check_in.feeling": _alone("How confident you feel, or how it is going", other=_swapped("3", "4"), shows=False),
    "check_in.reflection": _alone("Your private reflection"),
    "promise.words": _both("A promise"),
    "agenda_item.words": _both("What you bring to the next session"),
    "agenda_item.message_link": _both("The link of a message that you bring"),
    "sharing.words": _both("What you share between two sessions"),
    "pulse.worth": _alone("Whether a session was worth its hour", other=WORTH, shows=False),
    "pulse.words": _alone("Your words about whether it was worth it"),
    "pulse.shared_worth": _both("Whether it was worth its hour, once you share it", other=WORTH, shows=False),
    "pulse.shared_words": _both("Your words about it, once you share them"),
    "win.words": Field("A win", WIN),
    "win.message_link": Field("The link of a message that a win is about", WIN),
    "goal_draft.statement": Field("A goal that you draft", DRAFT),
    "goal_draft.measure": Field("How you will know, in your draft", DRAFT),
    "goal_draft.why": Field("Why it matters to you, in your draft", DRAFT),
    "goal_draft.due_on": Field("By when, in your draft", DRAFT, other=_next_day, shows=False),
    "goal.statement": _both("A goal on your list"),
    "goal.measure": _both("How you will know that you reached it"),
    "goal_wording.statement": _both("What a goal said before it was changed"),
    "goal_wording.measure": _both("How you would have known then"),
    "checkpoint.words": _both("A checkpoint of a goal"),
    "agreement.channel": _both("Your agreement: how you talk between sessions"),
    "agreement.focus": _both("Your agreement: topics in focus"),
    "agreement.stays_out": _both("Your agreement: what stays out"),
    "agreement.confidentiality": _both("Your agreement: what stays between you"),
    "agreement.feedback": _both("Your agreement: how you give feedback"),
    "agreement.busy": _both("Your agreement: what you do when life gets busy"),
    "feedback_request.about": _both("What you ask feedback about"),
    "feedback_request.question": _both("What you ask"),
    "feedback.shone": _both("Feedback: a moment that shone"),
    "feedback.differently": _both("Feedback: one thing to try differently"),
    "feedback.belief": _both("Feedback: what you believe they can do"),
    "feedback.came_of_it": _both("What you did with feedback"),
    "feedback.reaction": _both(
        "What you say of feedback with one tap", other=_swapped("fits", "not for me"), shows=False
    ),
    "clarification.words": _both("What you ask when you wonder what was meant"),
    "clarification.reply": _both("What you say was meant"),
    "horizon_answers.answers": _alone("What you answer in a horizon check", other=_digits_turned, shows=False),
    "horizon_card.subject": _both("On what the two of you differ", other=_swapped("0", "1", "2", "3"), shows=False),
    "drawn_cards.cards": _alone("Which conversation cards you looked for", other=lambda _: "{}", shows=False),
    "review_answer.words": _alone("What you write when you look back", other=_answer_turned),
    "review_answer.shared": _both("An answer of it, once you share it", other=_answer_turned),
    "thank_you.words": _both("Your note of thanks"),
    "trouble.kind": Field(
        "That something is not working, and what", TROUBLE, other=_swapped(*TroubleKind), shows=False
    ),
    "trouble.words": Field("What you write to the organisers about it", TROUBLE),
    "notice.answer": _alone("What you answer to a nudge", other=lambda _: "something else", shows=False),
    "person.kinds_off": _alone("Which questions you turned off", other=lambda _: ["goal"], shows=False),
    "person.wants_hour_before": _alone(
        "Whether you are told an hour before a session", other=lambda wants: not wants, shows=False
    ),
}  # fmt: skip

# What may not hold anybody's words, though its type would let it: why it is there.
NOBODYS_WORDS: Mapping[str, frozenset[str]] = {
    "What something is, or how it stands: a word of a fixed list": frozenset({
        "agreement.state", "asked_question.stage", "delivery.state", "feedback_request.state", "goal.state",
        "goal_wording.state", "horizon_answers.round", "horizon_card.round", "join_wish.role", "milestone.kind",
        "notice.kind", "pair.state", "person.celebrations", "promise.state", "review.kind", "review_answer.question",
        "session.kind", "session.state", "shout_out.state", "slack_event.kind", "time_offer.kind", "win.audience",
    }),
    "An answer to whether something may be posted; to others, no answer looks like a no": frozenset({
        "consent.answer",
    }),
    "What Slack calls people, workspaces, channels, messages, forms and events": frozenset({
        "delivery.channel", "delivery.ts", "pair.group_channel", "person.dm_channel", "person.slack_id",
        "programme.channel", "slack_event.event_id", "submitted_form.form_id", "workspace.bot_user_id",
    }),
    "Names that everybody in the workspace sees": frozenset({"person.name", "programme.name", "workspace.name"}),
    "Where and when people work, for times that suit both": frozenset({
        "person.country", "person.locale", "person.time_zone", "person.works_on", "programme.country",
        "session.planned_zone",
    }),
    "Ids of other rows, dates and counts; never words": frozenset({
        "delivery.receiver", "milestone.subject", "notice.facts", "notice.occurrence", "notice.receiver",
        "notice.subject", "review.subject", "slack_event.facts",
    }),
    "Rapport's own: leases, and why a message did not go out, in Slack's word for it": frozenset({
        "delivery.correlation_id", "delivery.error", "delivery.lease_token", "key_proof.sealed",
        "sending_lease.holder",
    }),
}  # fmt: skip
