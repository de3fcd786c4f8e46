"""What became of what a nudge asked: from the facts as they are now, else from the answer that was given."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from mentoring.feedback import RequestState
from mentoring.horizon import Round
from mentoring.hours import local
from mentoring.notices import NoticeKind
from mentoring.nudge_contents import About, By, Outcome, Settled
from mentoring.nudges.course import ends_at, ends_on
from mentoring.nudges.goal import asked_of
from mentoring.nudges.horizon import is_closed
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Member, Snapshot
from mentoring.nudges.wrap_up import ASKS
from mentoring.promises import PromiseState
from mentoring.pulses import PulseAsked
from mentoring.sessions import SessionKind, SessionState
from mentoring.shared_goals import GoalState
from services.agreements import last_deed
from storage.agreements import versions_of
from storage.models import (
    CheckIn,
    Feedback,
    FeedbackRequest,
    Goal,
    Notice,
    Pause,
    Promise,
    Session,
    Sharing,
    TimeOffer,
)
from storage.pulses import how_pulse_stands
from storage.transaction import Transaction

# What somebody chose that no other fact tells.
CHOSEN = (
    Outcome.REVISITED,
    Outcome.SHARED,
    Outcome.BROUGHT,
    Outcome.ASKED,
    Outcome.CELEBRATED,
    Outcome.WRITTEN,
    Outcome.THANKED,
    Outcome.CHECKED,
)
# What may say that a pair has another rhythm.
TELL_OF_RHYTHM = [NoticeKind.RHYTHM_CHANGED.value, NoticeKind.AGREEMENT_MADE.value]
# What became of a session that is not held, and the notice that remembers who said so.
OF_A_SESSION = {
    SessionState.MISSED: (Outcome.MISSED, NoticeKind.SESSION_MISSED),
    SessionState.CANCELLED: (Outcome.CANCELLED, NoticeKind.SESSION_CANCELLED),
}


async def settled(tx: Transaction, notice: Notice, about: About, seen: Snapshot, now: datetime) -> Settled:
    """What became of it; where nothing tells, that it is settled."""
    return await _Looking(tx, notice, about, seen, now).find()


@dataclass(frozen=True)
class _Looking:
    tx: Transaction
    notice: Notice
    about: About
    seen: Snapshot
    now: datetime

    async def find(self) -> Settled:
        is_off = self.about.kind in self._me.kinds_off or (
            self.about.kind is NudgeKind.HOUR_BEFORE and not self._me.wants_hour_before
        )
        if is_off and self._answer == Outcome.TURNED_OFF:
            return Settled(self.about, Outcome.TURNED_OFF, By.ME)
        if self._answer in CHOSEN:
            return Settled(self.about, Outcome(self._answer), By.ME, words=await self._shared())
        if found := await self._by_events():
            return found
        if self.notice.snoozed_until:
            return Settled(self.about, Outcome.SNOOZED, By.ME, on=self.notice.snoozed_until)
        return Settled(self.about, Outcome.TURNED_OFF if is_off else Outcome.SETTLED)

    @property
    def _me(self) -> Member:
        return next(each for each in self.seen.members if each.person_id == self.notice.receiver)

    @property
    def _answer(self) -> str | None:
        # What is drawn is drawn for whom the notice is to.
        return self.tx.unseal(self.notice, "answer")

    async def _by_events(self) -> Settled | None:
        match self.about.kind:
            case NudgeKind.FIRST_MEETING | NudgeKind.HAVE_NOT_MET | NudgeKind.BETWEEN_SESSIONS:
                return self._ended() or await self._met_since() or await self._planned() or await self._put_off()
            case NudgeKind.BEFORE_SESSION | NudgeKind.HOUR_BEFORE | NudgeKind.AFTER_SESSION:
                return await self._session() or self._ended()
            case NudgeKind.PROMISE:
                return await self._promise()
            case NudgeKind.AGREEMENT:
                return await self._agreement() or self._ended()
            case NudgeKind.GOAL:
                return await self._goal() or self._ended()
            case NudgeKind.FEEDBACK:
                return await self._feedback() or self._ended()
            case NudgeKind.HORIZON:
                return self._check_closed() or self._ended()
            case NudgeKind.WRAP_UP if self.about.step == ASKS:
                return await self._goes_on() or self._ended()
            case _:
                return None

    def _ended(self) -> Settled | None:
        has_ended = self.seen.accepted_at is None or self.now >= ends_at(self.seen, self.seen.accepted_at)
        return Settled(self.about, Outcome.ENDED) if has_ended else None

    async def _goes_on(self) -> Settled | None:
        # The occurrence begins with how long the pair was to last when this was asked.
        if self.notice.occurrence.startswith(f"{self.seen.length_months} ") or self.seen.accepted_at is None:
            return None
        by = await self._told_by(NoticeKind.PAIR_GOES_ON)
        return Settled(self.about, Outcome.GOES_ON, by, on=ends_on(self.seen, self.seen.accepted_at))

    async def _met_since(self) -> Settled | None:
        """The last session that happened, if it was first logged after this was asked."""
        happened = [each for each in self.seen.sessions if each.state is SessionState.HAPPENED]
        for session in happened:
            by, at = await self._first_logged(session.id)
            if at and at > self.notice.created_at:
                return Settled(self.about, Outcome.MET, by, on=session.happened_on)
        return None

    async def _first_logged(self, session_id: str) -> tuple[By, datetime | None]:
        query = select(CheckIn.author_id, CheckIn.created_at).where(CheckIn.session_id == session_id)
        first = (await self.tx.execute(query.order_by(CheckIn.created_at, CheckIn.id).limit(1))).first()
        return (self._by(first.author_id), first.created_at) if first else (By.NOBODY, None)

    async def _planned(self) -> Settled | None:
        planned = [
            (each.planned_at, each.id)
            for each in self.seen.sessions
            if each.state is SessionState.PLANNED and each.arranged_at and each.arranged_at > self.notice.created_at
        ]
        if not planned:
            return None
        session = await self.tx.get_one(Session, max(planned)[1])
        return Settled(self.about, Outcome.PLANNED, self._by(session.planned_by_id), at=session.planned_at)

    async def _put_off(self) -> Settled | None:
        """What one of them did about it that is no meeting yet."""
        return await self._paused() or await self._repaced() or await self._proposed()

    async def _repaced(self) -> Settled | None:
        changed = Notice.kind.in_(TELL_OF_RHYTHM), Notice.created_at > self.notice.created_at
        query = select(Notice.kind, Notice.facts).where(Notice.subject == self.seen.pair_id, *changed)
        for kind, facts in await self.tx.execute(query.order_by(Notice.id.desc())):
            if kind == NoticeKind.RHYTHM_CHANGED:
                return Settled(self.about, Outcome.REPACED, self._by(facts.get("by")))
            if "days" in facts:
                # Both agreed on it.
                return Settled(self.about, Outcome.REPACED)
        return None

    async def _proposed(self) -> Settled | None:
        if self._answer != Outcome.PROPOSED:
            return None
        offers = select(TimeOffer.author_id).where(TimeOffer.pair_id == self.seen.pair_id)
        author = await self.tx.scalar(offers.order_by(TimeOffer.created_at.desc()).limit(1))
        return Settled(self.about, Outcome.PROPOSED, self._by(author))

    async def _paused(self) -> Settled | None:
        query = (
            select(Pause)
            .where(Pause.pair_id == self.seen.pair_id, Pause.since > self.notice.created_at, Pause.until > self.now)
            .order_by(Pause.since.desc())
            .limit(1)
        )
        pause = await self.tx.scalar(query)
        if pause is None:
            return None
        until = local(pause.until, self._me.hours.zone).date()
        return Settled(self.about, Outcome.PAUSED, self._by(pause.by_id), on=until)

    async def _session(self) -> Settled | None:
        session = await self.tx.get(Session, self.notice.subject)
        if session is None:
            return None
        state = SessionState(session.state)
        if state is SessionState.HAPPENED:
            by, _ = await self._first_logged(session.id)
            return Settled(self.about, Outcome.MET, by, on=session.happened_on, pulse=await self._pulse(session, by))
        if state is SessionState.DISPUTED:
            return Settled(self.about, Outcome.DISPUTED)
        if state is SessionState.PLANNED:
            return self._moved(session)
        # Whoever is no pair any more plans no other.
        outcome, told = OF_A_SESSION[state]
        return self._ended() or Settled(self.about, outcome, await self._told_by(told))

    async def _pulse(self, session: Session, by: By) -> PulseAsked | None:
        """Asked here of whoever has logged nothing: to who has, their summary offers it."""
        if self.about.kind is not NudgeKind.AFTER_SESSION or by is not By.PARTNER:
            return None
        noted, shared = await how_pulse_stands(self.tx, self.notice.receiver, session.id)
        return PulseAsked(session.id, SessionKind(session.kind), self.about.partner, noted, shared)

    def _moved(self, session: Session) -> Settled | None:
        if session.arranged_at is None or session.arranged_at <= self.notice.created_at:
            return None
        return Settled(self.about, Outcome.MOVED, self._by(session.planned_by_id), at=session.planned_at)

    async def _promise(self) -> Settled | None:
        promise = await self.tx.get(Promise, self.notice.subject)
        if promise is None or promise.state == PromiseState.REFUSED:
            return Settled(self.about, Outcome.WITHDRAWN)
        words = self.tx.unseal(promise, "words")
        if promise.state in (PromiseState.DONE, PromiseState.DROPPED):
            return Settled(self.about, Outcome(promise.state), By.ME, words=words)
        if promise.due_on is None:
            return Settled(self.about, Outcome.UNDATED, By.ME, words=words)
        if promise.due_on.isoformat() != self.notice.occurrence.split()[0]:
            return Settled(self.about, Outcome.REDATED, By.ME, on=promise.due_on, words=words)
        return self._ended()

    async def _agreement(self) -> Settled | None:
        deed = last_deed(await versions_of(self.tx, self.seen.pair_id), self.seen.members, self.notice.created_at)
        return Settled(self.about, deed.outcome, self._by(deed.person_id)) if deed else None

    async def _goal(self) -> Settled | None:
        """What either of them said is to become of a goal."""
        goal = await self.tx.get(Goal, self.notice.subject)
        if goal is None or (outcome := _became(goal, self.notice)) is None:
            return None
        by, words = self._by(goal.revisited_by_id), self.tx.unseal(goal, "statement")
        return Settled(self.about, outcome, by, on=goal.due_on, words=words)

    async def _feedback(self) -> Settled | None:
        if request := await self.tx.get(FeedbackRequest, self.notice.subject):
            match RequestState(request.state):
                case RequestState.ANSWERED:
                    return Settled(self.about, Outcome.ANSWERED, By.ME)
                case RequestState.DECLINED:
                    return Settled(self.about, Outcome.DECLINED, By.ME)
                case _ if self.notice.occurrence.split()[1] != str(request.put_offs):
                    return Settled(self.about, Outcome.PUT_OFF, By.ME)
                case _:
                    return None
        feedback = await self.tx.get(Feedback, self.notice.subject)
        if feedback is None or feedback.followed_up_at is None:
            return None
        words = self.tx.unseal(feedback, "came_of_it")
        return Settled(self.about, Outcome.TOLD if words else Outcome.LEFT, By.ME, words=words)

    def _check_closed(self) -> Settled | None:
        check = Round(self.notice.occurrence.split(" ")[0])
        return Settled(self.about, Outcome.CLOSED) if is_closed(self.seen, self._me, check) else None

    async def _told_by(self, kind: NoticeKind) -> By:
        """Who did the last thing of a kind that was told of what this is about."""
        query = select(Notice.facts).where(Notice.kind == kind.value, Notice.subject == self.notice.subject)
        facts = await self.tx.scalar(query.order_by(Notice.id.desc()).limit(1))
        return self._by(facts.get("by") if facts else None)

    async def _shared(self) -> str | None:
        sharing = await self.tx.get(Sharing, self.notice.facts.get("sharing") or "")
        return self.tx.unseal(sharing, "words") if sharing else None

    def _by(self, person_id: str | None) -> By:
        if person_id is None:
            return By.NOBODY
        return By.ME if person_id == self.notice.receiver else By.PARTNER


def _became(goal: Goal, notice: Notice) -> Outcome | None:
    """What became of a goal since somebody was asked about it; None: nothing yet."""
    if goal.state != GoalState.OPEN:
        return {GoalState.REACHED: Outcome.GOAL_REACHED, GoalState.DROPPED: Outcome.GOAL_DROPPED}[GoalState(goal.state)]
    if goal.due_on != asked_of(notice.occurrence):
        return Outcome.GOAL_REDATED if goal.due_on else Outcome.GOAL_UNDATED
    return Outcome.GOAL_KEPT if goal.revisited_at > notice.created_at else None
