"""One message for every way that a nudge can read: each kind and step, to either of the two, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from mentoring.feedback import Question
from mentoring.home import AgendaLine
from mentoring.notices import Content, Reader
from mentoring.nudge_contents import (
    About,
    AfterSession,
    AgreementDue,
    Asking,
    BeforeSession,
    BetweenSessions,
    By,
    Echo,
    FeedbackDue,
    FeedbackFollowUp,
    FirstMeeting,
    GoalDue,
    HalfWay,
    HaveNotMet,
    HorizonCheck,
    HourBefore,
    Outcome,
    PromiseHalfWay,
    Settled,
    WhyNudged,
    WrapUp,
)
from mentoring.nudges.goal import COMES, HALF_WAY, HAS_PASSED
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import Role
from mentoring.promises import PromiseLine, PromiseRow, PromisesDraft, PromiseState, Standing, due_field
from mentoring.question_bank import Card, Stage
from mentoring.sessions import SessionKind
from mentoring.shared_goals import SharedGoal
from mentoring.sharing import AskedHowItGoes, SharedWithYou, SharingDraft
from tests.views.people import EXTREME, TYPICAL, Cast
from tests.views.sample_agreements import FIRST, HOLDS, LONG
from tests.views.sample_goals import BARE, SHARED, STEPS, many_goals
from tests.views.sample_pulses import pulses_in_place_of
from views.blocks import View
from views.forms.promise_date import promise_date_form
from views.forms.sharing import sharing_form
from views.forms.why_nudged import why_form
from views.messages import Message, merge, nudge_foot, render
from views.wording import Wording

DAY = date(2026, 3, 17)
PLANNED = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)


def all_nudges(reader: Reader, wording: Wording) -> Iterator[tuple[str, Message]]:
    """Each as it is posted, with its foot."""
    for name, content in nudges():
        yield name, posted((content,), reader, wording)
    typical = dict(nudges())
    several = [typical[name] for name in ("nudge-have-not-met-1", "nudge-promise", "nudge-between")]
    yield "nudges-merged", posted(several, reader, wording)
    half = [several[0], typical["nudge-became-done"]]
    yield "nudges-merged-half-answered", posted(half, reader, wording)
    yield "nudges-merged-answered", posted([half[1], typical["nudge-became-snoozed"]], reader, wording)
    both = (typical["nudge-before-session-mentee"], typical["nudge-after-session"])
    yield "nudges-merged-sessions", posted(both, reader, wording)
    kinds = [
        typical[name] for name in ("nudge-first-meeting-1", "nudge-have-not-met-1", "nudge-between", "nudge-wrap-up")
    ]
    yield "nudges-merged-kinds", posted(kinds, reader, wording)
    yield "nudges-merged-extreme", posted([typical["nudge-before-session-extreme"]] * 5, reader, wording)


def nudge_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """What nudges lead to that is theirs alone."""
    for kind in NudgeKind:
        yield f"form-why-{kind.replace(' ', '-')}", why_form([WhyNudged(kind, TYPICAL.partner, 14)], wording)
    several = [WhyNudged(kind, TYPICAL.partner, 14) for kind in (NudgeKind.HAVE_NOT_MET, NudgeKind.PROMISE)]
    yield "form-why-several", why_form(several, wording)
    yield "form-why-extreme", why_form([WhyNudged(kind, EXTREME.partner, 10) for kind in NudgeKind], wording)
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        yield f"form-sharing{size}", sharing_form(SharingDraft(8, cast.partner), wording)
        seen = Standing(DAY)
        words = cast.words if cast is EXTREME else "Send the reading list"
        row = PromiseRow("promise-1", words, cast.partner, seen, seen)
        yield f"form-promise-date{size}", promise_date_form(PromisesDraft((row,), DAY), wording)
        clashing = replace(row, chosen=Standing(), clashes=frozenset({due_field("promise-1")}))
        yield f"form-promise-date-clash{size}", promise_date_form(PromisesDraft((clashing,), DAY), wording)


def posted(contents: Sequence[Content], reader: Reader, wording: Wording) -> Message:
    return merge([render(each, reader, wording) for each in contents], wording, nudge_foot(contents, wording))


def nudges() -> Iterator[tuple[str, Content]]:
    yield from _asking()
    yield from _settled()
    yield "shared-with-you", SharedWithYou(TYPICAL.partner, TYPICAL.words)
    yield "shared-with-you-extreme", SharedWithYou(EXTREME.partner, EXTREME.words)
    yield "asked-how-it-goes", AskedHowItGoes(8, TYPICAL.partner)
    yield "asked-how-it-goes-answered", AskedHowItGoes(8, TYPICAL.partner, TYPICAL.words)
    yield "asked-how-it-goes-extreme", AskedHowItGoes(8, EXTREME.partner, EXTREME.words)


def _about(kind: NudgeKind, step: int = 1, cast: Cast = TYPICAL, role: Role = Role.MENTEE) -> About:
    return About(list(NudgeKind).index(kind) + 1, "pair-1", cast.partner, role, kind, step, 14)


def _asking() -> Iterator[tuple[str, Asking]]:
    for step in (1, 2, 3):
        yield f"nudge-first-meeting-{step}", FirstMeeting(_about(NudgeKind.FIRST_MEETING, step))
    yield "nudge-first-meeting-extreme", FirstMeeting(_about(NudgeKind.FIRST_MEETING, 3, EXTREME))
    for step in (1, 2):
        yield f"nudge-have-not-met-{step}", HaveNotMet(_about(NudgeKind.HAVE_NOT_MET, step), date(2026, 2, 24))
    yield "nudge-have-not-met-undated", HaveNotMet(_about(NudgeKind.HAVE_NOT_MET), None)
    yield "nudge-have-not-met-extreme", HaveNotMet(_about(NudgeKind.HAVE_NOT_MET, 2, EXTREME), date(2026, 2, 24))
    yield from _of_sessions()
    promise = PromiseHalfWay(_about(NudgeKind.PROMISE), "promise-1", "Send the reading list", DAY)
    yield "nudge-promise", promise
    yield "nudge-promise-extreme", PromiseHalfWay(_about(NudgeKind.PROMISE, 1, EXTREME), "p", EXTREME.words, DAY)
    yield from _of_goals()
    yield from _of_agreement()
    about = _about(NudgeKind.FEEDBACK)
    yield (
        "nudge-feedback-due",
        FeedbackDue(about, "r", Question("my talk on Tuesday", "Where did you lose the thread?")),
    )
    yield "nudge-feedback-follow-up", FeedbackFollowUp(about, "f", "What if you opened with the result?")
    about, words = _about(NudgeKind.FEEDBACK, 1, EXTREME), EXTREME.words
    yield "nudge-feedback-due-extreme", FeedbackDue(about, "r", Question(words[:200], words[:1_000]))
    yield "nudge-feedback-follow-up-extreme", FeedbackFollowUp(about, "f", words[:2_000])
    for step in (1, 2):
        yield f"nudge-horizon-{step}", HorizonCheck(_about(NudgeKind.HORIZON, step))
    yield "nudge-horizon-extreme", HorizonCheck(_about(NudgeKind.HORIZON, 2, EXTREME))
    yield "nudge-between", BetweenSessions(_about(NudgeKind.BETWEEN_SESSIONS))
    yield "nudge-between-extreme", BetweenSessions(_about(NudgeKind.BETWEEN_SESSIONS, 1, EXTREME))
    yield "nudge-wrap-up", WrapUp(_about(NudgeKind.WRAP_UP), DAY)
    yield "nudge-end", WrapUp(_about(NudgeKind.WRAP_UP, 2), DAY)
    for step, months in ((1, 3), (3, 12)):
        yield f"nudge-echo-{months}", Echo(_about(NudgeKind.ECHO, step), months)


def _of_goals() -> Iterator[tuple[str, Asking]]:
    goal = SharedGoal("g-1", SHARED, checkpoints=STEPS)
    for step in (COMES, HAS_PASSED):
        yield f"nudge-goal-{step}", GoalDue(_about(NudgeKind.GOAL, step), goal, DAY)
    yield "nudge-goal-extreme", GoalDue(_about(NudgeKind.GOAL, HAS_PASSED, EXTREME), many_goals()[0], DAY)
    half_way = _about(NudgeKind.GOAL, HALF_WAY)
    yield "nudge-half-way", HalfWay(half_way, (goal, SharedGoal("g-2", BARE)), partner_looked=False)
    yield "nudge-half-way-partner", HalfWay(half_way, (goal,), partner_looked=True)
    yield "nudge-half-way-none", HalfWay(half_way, (), partner_looked=False)
    yield (
        "nudge-half-way-extreme",
        HalfWay(_about(NudgeKind.GOAL, HALF_WAY, EXTREME), many_goals(), partner_looked=True),
    )


def _of_agreement() -> Iterator[tuple[str, Asking]]:
    for step, version in ((1, None), (2, FIRST), (3, HOLDS)):
        yield f"nudge-agreement-{step}", AgreementDue(_about(NudgeKind.AGREEMENT, step), version)
    monthly = replace(HOLDS, terms=replace(HOLDS.terms, rhythm_days=30))
    yield "nudge-agreement-rhythm-since", AgreementDue(_about(NudgeKind.AGREEMENT, 3), monthly)
    longest = replace(FIRST, terms=LONG)
    yield "nudge-agreement-extreme", AgreementDue(_about(NudgeKind.AGREEMENT, 2, EXTREME), longest)


def _of_sessions() -> Iterator[tuple[str, Asking]]:
    yield "nudge-before-session-mentee", _before(TYPICAL, Role.MENTEE, Card(Stage.UNDER_WAY, 1))
    yield "nudge-before-session-mentor", _before(TYPICAL, Role.MENTOR, Card(Stage.FIRST, 2))
    yield "nudge-before-session-extreme", _before(EXTREME, Role.MENTOR, Card(Stage.GOODBYE, 6))
    yield (
        "nudge-before-session-both-ways",
        replace(_before(TYPICAL, Role.MENTEE, Card(Stage.HALF_WAY, 4)), both_ways=True),
    )
    yield "nudge-before-session-asked", replace(_before(TYPICAL, Role.MENTOR, Card(Stage.EARLY, 2)), both_ways=True)
    about = _about(NudgeKind.BEFORE_SESSION)
    coffee, written = SessionKind.COFFEE_CHAT, SessionKind.WRITTEN
    card = Card(Stage.EARLY, 3)
    yield "nudge-before-coffee", BeforeSession(about, "s-1", coffee, PLANNED, None, (), (), (), card)
    yield "nudge-before-written", BeforeSession(about, "s-1", written, PLANNED, None, (), (), (), card)
    yield "nudge-before-no-question", BeforeSession(about, "s-1", coffee, PLANNED, None, (), (), (), None)
    hour = _about(NudgeKind.HOUR_BEFORE)
    yield "nudge-hour-before", HourBefore(hour, "s-1", SessionKind.SESSION, PLANNED, 2)
    yield "nudge-hour-before-coffee", HourBefore(hour, "s-1", coffee, PLANNED, 0)
    after = _about(NudgeKind.AFTER_SESSION)
    yield "nudge-after-session", AfterSession(after, "s-1", SessionKind.SESSION, PLANNED)
    yield "nudge-after-coffee", AfterSession(after, "s-1", coffee, PLANNED)
    yield "nudge-after-written", AfterSession(after, "s-1", written, PLANNED)


def _before(cast: Cast, role: Role, card: Card) -> BeforeSession:
    promise = PromiseLine("p", cast.words if cast is EXTREME else "Send the reading list", PromiseState.OPEN, DAY)
    item = "How to say no" if cast is TYPICAL else cast.words
    brought_by = (cast.partner, cast.me, None)
    agenda = tuple(AgendaLine(f"item-{n}", by, cast.partner, item) for n, by in enumerate(brought_by))
    return BeforeSession(
        about=_about(NudgeKind.BEFORE_SESSION, 1, cast, role),
        session_id="s-1",
        session_kind=SessionKind.SESSION,
        planned_at=PLANNED,
        partner_zone="Pacific/Auckland",
        promises_mine=(promise,) * min(cast.many, 20),
        promises_theirs=(promise,) * min(cast.many, 20),
        agenda=agenda * min(cast.many, 20),
        card=card,
        checkpoints=many_goals()[0].checkpoints if cast is EXTREME else STEPS,
    )


def _settled() -> Iterator[tuple[str, Settled]]:
    about = _about(NudgeKind.HAVE_NOT_MET)
    by_somebody = (Outcome.CANCELLED, Outcome.MET, Outcome.MISSED, Outcome.PAUSED, Outcome.GOES_ON, Outcome.REPACED)
    for outcome in (Outcome.PLANNED, Outcome.MOVED, *by_somebody):
        at = PLANNED if outcome in (Outcome.PLANNED, Outcome.MOVED) else None
        for by in By:
            yield f"nudge-became-{outcome.replace(' ', '-')}-{by}", Settled(about, outcome, by, at, DAY)
    for outcome in (Outcome.DISPUTED, Outcome.ENDED, Outcome.CELEBRATED, Outcome.TURNED_OFF, Outcome.SETTLED):
        yield f"nudge-became-{outcome.replace(' ', '-')}", Settled(about, outcome)
    for by in (By.ME, By.PARTNER):
        yield f"nudge-became-proposed-{by}", Settled(about, Outcome.PROPOSED, by)
    yield "nudge-became-snoozed", Settled(about, Outcome.SNOOZED, By.ME, on=DAY)
    yield from _settled_goals()
    promise = _about(NudgeKind.PROMISE)
    for outcome in (Outcome.DONE, Outcome.DROPPED, Outcome.REDATED, Outcome.UNDATED):
        yield f"nudge-became-{outcome}", Settled(promise, outcome, By.ME, on=DAY, words="Send the reading list")
    yield "nudge-became-withdrawn", Settled(promise, Outcome.WITHDRAWN)
    feedback = _about(NudgeKind.FEEDBACK)
    for outcome in (Outcome.ANSWERED, Outcome.DECLINED, Outcome.PUT_OFF, Outcome.LEFT):
        yield f"nudge-became-{outcome.replace(' ', '-')}", Settled(feedback, outcome, By.ME)
    yield "nudge-became-told", Settled(feedback, Outcome.TOLD, By.ME, words=TYPICAL.words)
    yield "nudge-became-checked", Settled(_about(NudgeKind.HORIZON), Outcome.CHECKED, By.ME)
    end, months_ago = _about(NudgeKind.WRAP_UP, 2), _about(NudgeKind.ECHO)
    yield "nudge-became-written", Settled(end, Outcome.WRITTEN, By.ME)
    yield "nudge-became-thanked", Settled(end, Outcome.THANKED, By.ME)
    yield "nudge-became-written-echo", Settled(months_ago, Outcome.WRITTEN, By.ME)
    yield "nudge-became-closed", Settled(_about(NudgeKind.HORIZON), Outcome.CLOSED)
    agreement = _about(NudgeKind.AGREEMENT)
    for outcome in (Outcome.AGREEMENT_PROPOSED, Outcome.AGREED, Outcome.STILL_RIGHT):
        for by in (By.ME, By.PARTNER):
            yield f"nudge-became-{outcome.replace(' ', '-')}-{by}", Settled(agreement, outcome, by)
    between = _about(NudgeKind.BETWEEN_SESSIONS)
    yield "nudge-became-shared", Settled(between, Outcome.SHARED, By.ME, words=TYPICAL.words)
    yield "nudge-became-brought", Settled(between, Outcome.BROUGHT, By.ME)
    yield from pulses_in_place_of(Settled(_about(NudgeKind.AFTER_SESSION), Outcome.MET, By.PARTNER))
    yield "nudge-became-asked", Settled(between, Outcome.ASKED, By.ME)
    yield "nudge-became-extreme", Settled(_about(NudgeKind.PROMISE, 1, EXTREME), Outcome.DONE, words=EXTREME.words)


def _settled_goals() -> Iterator[tuple[str, Settled]]:
    goal = _about(NudgeKind.GOAL)
    for outcome in (
        Outcome.GOAL_REACHED, Outcome.GOAL_DROPPED, Outcome.GOAL_REDATED, Outcome.GOAL_UNDATED, Outcome.GOAL_KEPT,
    ):  # fmt: skip
        for by in By:
            settled = Settled(goal, outcome, by, on=DAY, words=SHARED.statement)
            yield f"nudge-became-{outcome.replace(' ', '-')}-{by}", settled
    yield "nudge-became-revisited", Settled(_about(NudgeKind.GOAL, HALF_WAY), Outcome.REVISITED, By.ME)
