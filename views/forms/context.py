"""What a form is about, carried in its `private_metadata`: opaque ids, never words."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from mentoring.horizon import Round
from mentoring.picked import PickedMessage
from mentoring.programmes import Fingerprints
from mentoring.promises import PromiseState, Standing
from mentoring.pulses import Share
from mentoring.question_bank import Card, Stage
from mentoring.refusals import Reason, Refusal
from mentoring.reviews import Question, ReviewKind
from mentoring.sessions import NOTHING_SEEN, Seen, SessionKind
from mentoring.story import Part
from views.blocks import View
from views.ids import FormId

# To be raised when a form or its context changes so that one opened before cannot be understood after.
VERSION = 1


@dataclass(frozen=True)
class Context:
    """What a form is about.

    Attributes:
        form: Which form.
        pair_id: The pair, where the form does not ask for it.
        session_id: The session it was opened for.
        more: Whether it shows what "Add more" brings.
        check_in_id: The entry that it edits.
        seen: What it showed when it was opened of that which both of a pair can change.
        fingerprints: The same of what all organisers can change, or somebody elsewhere of their own settings, for each.
        promises: The ids of the promises it shows, and how each stood when it was opened.
        skipped: How many promises, or entries of a story, come before these.
        win_id: The win that it is to widen.
        picked: The message that it was opened on.
        mentioned: Slack ids of the users whom its words mentioned then.
        notice_id: The notice that it answers.
        times: The times that it suggests.
        goals: How many goals it has room for.
        asked: Whether it has asked for what was left empty.
        goals_asked: Of how many of these it has asked for what was left empty.
        goal_ids: Of the goals of a list, in their order; empty where one is new.
        request_id: The request for feedback that it answers.
        feedback_id: The feedback that it is about, or the question what was meant by it.
        review_kind: On what it looks back.
        about: Which goal that is, or how many months after the end.
        review_id: What was written then.
        questions: Which of its answers it would share.
        preview: What tells their words, as it shows them, from any others.
        round: Which horizon check it answers.
        part: What of a story it shows.
        question: Which question it asks for a private reflection.
        card: The conversation card that it shows.
        share: What of a pulse it is about to share.
        revision: How often the pulse that it shows had been changed.
        rhythm_days: The pair's rhythm that it shows.
        offer_id: The times that the partner proposes, as it shows them.
    """

    form: FormId
    pair_id: str | None = None
    session_id: str | None = None
    more: bool = False
    check_in_id: str | None = None
    seen: Seen = NOTHING_SEEN
    fingerprints: Fingerprints = field(default_factory=dict)
    promises: tuple[tuple[str, Standing], ...] = ()
    skipped: int = 0
    win_id: str | None = None
    picked: PickedMessage | None = None
    mentioned: tuple[str, ...] = ()
    notice_id: int | None = None
    times: tuple[datetime, ...] = ()
    goals: int = 0
    asked: bool = False
    goals_asked: int = 0
    goal_ids: tuple[str, ...] = ()
    request_id: str | None = None
    feedback_id: str | None = None
    review_kind: ReviewKind | None = None
    about: str = ""
    review_id: str | None = None
    questions: tuple[Question, ...] = ()
    preview: str | None = None
    round: Round | None = None
    part: Part = Part.EVERYTHING
    question: int = 1
    card: Card | None = None
    share: Share | None = None
    revision: int = 0
    rhythm_days: int | None = None
    offer_id: str | None = None

    def encode(self) -> str:
        """The context as a view's `private_metadata`."""
        seen = self.seen
        facts = {
            "v": VERSION,
            "pair": self.pair_id,
            "session": self.session_id,
            "more": self.more or None,
            "check_in": self.check_in_id,
            "next": seen.next_at.isoformat() if seen.next_at else None,
            "on": seen.on.isoformat() if seen.on else None,
            "kind": seen.kind.value if seen.kind else None,
            "minutes": seen.minutes,
            "prints": dict(self.fingerprints) or None,
            "promises": [[id_, _date(standing.due_on), standing.state] for id_, standing in self.promises] or None,
            "skipped": self.skipped or None,
            "win": self.win_id,
            "picked": [self.picked.link, self.picked.user, self.picked.name] if self.picked else None,
            "mentioned": self.mentioned or None,
            "notice": self.notice_id,
            "times": [int(at.timestamp()) for at in self.times] or None,
            "request": self.request_id,
            "feedback": self.feedback_id,
            "review_kind": self.review_kind.value if self.review_kind else None,
            "about": self.about or None,
            "review": self.review_id,
            "questions": self.questions or None,
            "preview": self.preview,
            "part": None if self.part is Part.EVERYTHING else self.part.value,
            "round": self.round.value if self.round else None,
            "goals": self.goals or None,
            "asked": self.asked or None,
            "goal_ids": self.goal_ids or None,
            "goals_asked": self.goals_asked or None,
            "question": None if self.question == 1 else self.question,
            "card": [self.card.stage.value, self.card.number] if self.card else None,
            "share": self.share.value if self.share else None,
            "revision": self.revision or None,
            "rhythm": self.rhythm_days,
            "offer": self.offer_id,
        }
        known = {key: value for key, value in facts.items() if value is not None}
        # Slack counts characters: escaped, a name in another script would be six or twelve times as long.
        return json.dumps(known, separators=(",", ":"), ensure_ascii=False)


def decode(view: View) -> Context:
    """Read what a view that Slack sent is about.

    Raises:
        Refusal: `OUT_OF_DATE`, if an older version made the form, or it makes no sense.
    """
    try:
        form = FormId(view["callback_id"])
        facts = json.loads(view["private_metadata"])
        version = facts["v"]
        seen = _seen(facts)
        prints = {str(name): str(value) for name, value in dict(facts.get("prints") or {}).items()}
        promises = tuple(_promise(*facts_of_one) for facts_of_one in facts.get("promises") or ())
        skipped = int(facts.get("skipped") or 0)
        picked = PickedMessage(*facts["picked"]) if "picked" in facts else None
        mentioned = tuple(map(str, facts.get("mentioned") or ()))
        notice_id = int(facts["notice"]) if "notice" in facts else None
        round_ = Round(facts["round"]) if "round" in facts else None
        goal_ids = tuple(map(str, facts.get("goal_ids") or ()))
        goals_asked = int(facts.get("goals_asked") or 0)
        goals = int(facts.get("goals") or 0)
        part = Part(facts.get("part") or Part.EVERYTHING)
        review_kind = ReviewKind(facts["review_kind"]) if "review_kind" in facts else None
        questions = tuple(map(Question, facts.get("questions") or ()))
        times = tuple(datetime.fromtimestamp(int(at), UTC) for at in facts.get("times") or ())
        question, revision = int(facts.get("question") or 1), int(facts.get("revision") or 0)
        rhythm_days = int(facts["rhythm"]) if "rhythm" in facts else None
        card = _card(*facts["card"]) if "card" in facts else None
        share = Share(facts["share"]) if "share" in facts else None
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise Refusal(Reason.OUT_OF_DATE) from error
    if version != VERSION:
        raise Refusal(Reason.OUT_OF_DATE)
    more = facts.get("more") is True
    return Context(
        form, _id(facts, "pair"), _id(facts, "session"), more, _id(facts, "check_in"), seen, prints, promises, skipped,
        _id(facts, "win"), picked, mentioned, notice_id, times, goals, facts.get("asked") is True,
        goals_asked, goal_ids, request_id=_id(facts, "request"), feedback_id=_id(facts, "feedback"),
        review_kind=review_kind, about=_id(facts, "about") or "", review_id=_id(facts, "review"), questions=questions,
        preview=_id(facts, "preview"),
        round=round_,
        part=part, question=question, card=card, share=share, revision=revision, rhythm_days=rhythm_days,
        offer_id=_id(facts, "offer"),
    )  # fmt: skip


def _seen(facts: dict[str, Any]) -> Seen:
    next_at, on, kind = facts.get("next"), facts.get("on"), facts.get("kind")
    return Seen(
        datetime.fromisoformat(next_at).astimezone(UTC) if next_at else None,
        date.fromisoformat(on) if on else None,
        SessionKind(kind) if kind else None,
        int(facts["minutes"]) if "minutes" in facts else None,
    )


def _promise(id_: str, due_on: str | None, state: str) -> tuple[str, Standing]:
    return str(id_), Standing(date.fromisoformat(due_on) if due_on else None, PromiseState(state))


def _card(stage: str, number: int) -> Card:
    return Card(Stage(stage), int(number))


def _date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _id(facts: dict[str, Any], key: str) -> str | None:
    value = facts.get(key)
    return value if isinstance(value, str) else None
