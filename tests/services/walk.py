"""A walk through deeds at random: two people, their organiser and a friend do whatever comes to their minds."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

from sqlalchemy import select

from mentoring.agreements import AgreementValues, Terms
from mentoring.consent import Answer
from mentoring.forms import AgendaValues
from mentoring.people import Celebrations
from mentoring.planning import OfferValues, PlanDraft, PlanValues
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.pulses import PulseValues, Worth
from mentoring.refusals import Refusal
from mentoring.reviews import Answer as Wondered
from mentoring.reviews import Question, ReviewKind, ReviewValues, SharingValues, Subject, answers_print
from mentoring.sessions import CheckInDraft, CheckInValues
from mentoring.widening import WideningValues
from mentoring.wins import Audience
from services.answer_agreement import agree, say_still_right, withdraw_agreement
from services.answer_consent import answer_consent
from services.answer_promise import answer_promise
from services.bring_to_session import bring_to_session
from services.cancel_session import cancel_session
from services.dispute_session import deny_again, dispute_session, say_we_met
from services.edit_check_in import edit_check_in, prepare_edit
from services.log_check_in import log_check_in
from services.look_back import save_review
from services.miss_session import miss_session
from services.note_profile import note_profile
from services.note_pulse import keep_pulse
from services.plan_session import plan_session
from services.prepare_check_in import prepare_check_in
from services.prepare_plan import prepare_plan
from services.prepare_promises import prepare_promises
from services.propose_agreement import prepare_agreement, propose_agreement
from services.propose_times import propose_times
from services.settle_shout_outs import settle_shout_outs
from services.share_review import share_review
from services.take_off_agenda import take_off_agenda
from services.take_time import take_time
from services.update_promises import update_promises
from services.widen_win import prepare_widening, widen_win
from services.withdraw_check_in import withdraw_check_in
from storage.completing import Completion, Dead, InDoubt
from storage.models import AgendaItem, Agreement, CheckIn, OfferedTime, Promise, Session, ShoutOut, Win
from tests.services.world import WINS, World, profile, refusals_of

PAIR = ("tom", "maya")
ANYBODY = (*PAIR, "zoe")
SECRETS = {name: f"secret-of-{name}" for name in PAIR}


class Walk:
    """One walk, the same for the same seed. `done` counts what was done, and what was refused."""

    def __init__(self, world: World, pair: str, seed: int) -> None:
        self.world = world
        self.pair = pair
        self.chance = Random(seed)  # noqa: S311 - not for secrets
        self.done: Counter[str] = Counter()

    async def go(self, steps: int) -> None:
        """Take steps; a deed that is refused, and says so, is one."""
        deeds = [
            self.log, self.log, self.log, self.update, self.widen, self.edit, self.withdraw, self.dispute,
            self.insist, self.plan, self.plan, self.offer, self.take, self.call_off, self.promise, self.celebrate,
            self.consent, self.consent, self.set, self.bring, self.take_off, self.programme, self.leave_or_return,
            self.tap, self.look_back, self.agree, self.agree, self.wait, self.wait, self.send, self.send, self.send,
            self.fail, self.settle,
        ]  # fmt: skip
        for _ in range(steps):
            deed = self.chance.choice(deeds)
            refused = await refusals_of(deed())
            self.done[f"{deed.__name__}: {refused[0][0]}" if refused else deed.__name__] += 1

    def one(self) -> str:
        return self.chance.choice(PAIR)

    def maybe(self) -> bool:
        return self.chance.random() < 0.5

    async def log(self) -> None:
        name = self.one()
        draft = await prepare_check_in(self.world.services, self.world.who(name), pair_id=self.pair)
        form = self.world.form()
        for _ in range(1 + self.maybe()):
            values = self._values(name, draft)
            session = self.chance.choice([None, *draft.sessions])
            values = replace(values, session_id=session.id if session else None, is_new=self.maybe())
            try:
                await log_check_in(self.world.services, self.world.who(name), values, form)
            except Refusal:
                self.done["log: refused, and again"] += 1

    async def edit(self) -> None:
        name = self.one()
        check_in = await self._some(CheckIn)
        draft = await prepare_edit(self.world.services, self.world.who(name), check_in)
        if self.maybe():
            await self.log()
        values = self._values(name, draft)
        await edit_check_in(self.world.services, self.world.who(name), check_in, values, self.world.form())

    async def withdraw(self) -> None:
        await withdraw_check_in(self.world.services, self.world.who(self.one()), await self._some(CheckIn))

    async def dispute(self) -> None:
        await dispute_session(self.world.services, self.world.who(self.one()), await self._some(Session))

    async def insist(self) -> None:
        deed = self.chance.choice([deny_again, say_we_met])
        await deed(self.world.services, self.world.who(self.one()), await self._some(Session))

    async def plan(self) -> None:
        name = self.one()
        draft = await self._plan_draft(name)
        at = self.chance.choice([*draft.times, draft.planned_at or self.world.now + timedelta(hours=20)])
        if self.maybe():
            await self.log()
        values = PlanValues(self.pair, at, draft.kind, session_id=draft.session_id, seen=draft.seen)
        form = self.world.form()
        for _ in range(1 + self.maybe()):
            await plan_session(self.world.services, self.world.who(name), values, form)

    async def offer(self) -> None:
        name = self.one()
        draft = await self._plan_draft(name)
        times = {f"time_{n}": at for n, at in enumerate(draft.times, start=1)}
        values = OfferValues(self.pair, times, session_id=draft.session_id)
        await propose_times(self.world.services, self.world.who(name), values, self.world.form())

    async def take(self) -> None:
        await take_time(self.world.services, self.world.who(self.one()), await self._some(OfferedTime))

    async def call_off(self) -> None:
        deed = self.chance.choice([cancel_session, miss_session])
        await deed(self.world.services, self.world.who(self.one()), await self._some(Session))

    async def _plan_draft(self, name: str) -> PlanDraft:
        about = {"session_id": await self._some(Session)} if self.maybe() else {"pair_id": self.pair}
        return await prepare_plan(self.world.services, self.world.who(name), **about)

    async def promise(self) -> None:
        promise = await self._some(Promise)
        await answer_promise(self.world.services, self.world.who(self.one()), promise, accepts=self.maybe())

    async def update(self) -> None:
        name = self.one()
        draft = await prepare_promises(self.world.services, self.world.who(name))
        if self.maybe():
            await self.promise()
        states = (PromiseState.OPEN, PromiseState.DONE, PromiseState.DROPPED)
        values = [
            PromiseValues(row.id, Standing(draft.today if self.maybe() else None, self.chance.choice(states)), row.seen)
            for row in draft.rows
        ]
        await update_promises(self.world.services, self.world.who(name), values, self.world.form())

    async def widen(self) -> None:
        who, win = self.world.who(self.one()), await self._some(Win)
        draft = await prepare_widening(self.world.services, who, win)
        # What is private stays so, or it would be no secret.
        if not draft.words.startswith("secret"):
            values = WideningValues(win, self.pair, self.chance.choice(draft.offered))
            await widen_win(self.world.services, who, values, (), self.world.form())

    async def celebrate(self) -> None:
        name = self.one()
        audience = self.chance.choice(list(Audience))
        words = SECRETS[name] if audience is Audience.ME else self.chance.choice(["Done", "Thanks, Maya", "Tom helped"])
        thanks = self.chance.sample(ANYBODY, self.chance.randint(0, 2))
        await self.world.celebrates(name, words, audience, self.pair, thanks=thanks)

    async def consent(self) -> None:
        answer = self.chance.choice([Answer.YES, Answer.YES, Answer.UNNAMED, Answer.NO])
        who = self.world.who(self.chance.choice(ANYBODY))
        await answer_consent(self.world.services, who, await self._some(ShoutOut), answer)

    async def bring(self) -> None:
        values = AgendaValues(self.pair, "How to say no")
        await bring_to_session(self.world.services, self.world.who(self.one()), values, self.world.form())

    async def take_off(self) -> None:
        await take_off_agenda(self.world.services, self.world.who(self.one()), await self._some(AgendaItem))

    async def tap(self) -> None:
        name = self.one()
        values = PulseValues(await self._some(Session), self.chance.choice(list(Worth)), SECRETS[name])
        await keep_pulse(self.world.services, self.world.who(name), values, self.world.form())

    async def look_back(self) -> None:
        name = self.one()
        helps = Wondered(Question.HELPS, f"Patience {self.chance.random()}")
        answers = (Wondered(Question.CHANGED, SECRETS[name]), helps)
        values = ReviewValues(Subject(self.pair, ReviewKind.HALF_WAY), answers)
        saved = await save_review(self.world.services, self.world.who(name), values, self.world.form())
        if saved.review_id and self.maybe():
            shared = SharingValues(saved.review_id, (Question.HELPS,), answers_print((helps,)))
            await share_review(self.world.services, self.world.who(name), shared, self.world.form())

    async def agree(self) -> None:
        name = self.one()
        draft = await prepare_agreement(self.world.services, self.world.who(name), self.pair)
        if self.maybe():
            answer = self.chance.choice([agree, withdraw_agreement, say_still_right])
            await answer(self.world.services, self.world.who(self.one()), await self._some(Agreement))
        terms = Terms(self.chance.choice([7, 14]), focus=self.chance.choice([None, "Talks", "How to say no"]))
        values = AgreementValues(self.pair, terms, draft.seen)
        await propose_agreement(self.world.services, self.world.who(name), values, self.world.form())

    async def set(self) -> None:
        await self.world.sets(self.one(), self.chance.choice(list(Celebrations)))

    async def programme(self) -> None:
        await self.world.changes_programme(channel=self.chance.choice([None, WINS, "C0OTHER"]))

    async def leave_or_return(self) -> None:
        await note_profile(
            self.world.services, self.world.workspace, replace(profile("zoe"), is_deactivated=self.maybe())
        )

    async def wait(self) -> None:
        self.world.later(hours=self.chance.choice([1, 5, 14, 30, 90]))

    async def send(self) -> None:
        await self.world.send_all()

    async def fail(self) -> None:
        ends: list[Completion] = [Dead("not_in_channel"), InDoubt(None, "timeout")]
        await self.world.completes_due(self.chance.choice(ends))

    async def settle(self) -> None:
        await settle_shout_outs(self.world.services)

    def _values(self, name: str, draft: CheckInDraft) -> CheckInValues:
        """The form as it is filled, with some of it changed."""
        happened_on = (draft.happened_on or draft.today) - timedelta(days=self.chance.choice([0, 0, 1, 3]))
        planned = draft.next_at
        if self.maybe():
            planned = self.world.now + timedelta(hours=self.chance.choice([2, 10, 50, 200]))
        promises = self.chance.choice([(), ("Read",), ("Read", "Write"), draft.my_promises])
        return CheckInValues(
            self.pair,
            happened_on,
            kind=draft.kind,
            notes=self.chance.choice([None, "How to say no"]),
            my_promises=promises,
            their_promises=self.chance.choice([(), ("Rest",)]),
            next_at=planned,
            feeling=self.chance.choice([None, 1, 5]),
            reflection=SECRETS[name],
            win=self.chance.choice([None, None, "Tom and Maya did it"]),
            win_audience=self.chance.choice([Audience.PARTNER, Audience.CHANNEL]),
            seen=draft.seen,
        )

    async def _some(
        self, table: type[AgendaItem | Agreement | CheckIn | OfferedTime | Session | Promise | ShoutOut | Win]
    ) -> str:
        ids = sorted(await self.world.all(select(table.id)))
        # Ids are random; their order is not to be, or the same seed would take another way.
        return self.chance.choice(ids) if ids else "0" * 32
