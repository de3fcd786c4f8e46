"""Somebody who writes into every field there is, each time in words found nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count

from sqlalchemy import select

from mentoring.agreements import AgreementValues, Term, Terms
from mentoring.checkpoints import Checkpoint
from mentoring.feedback import AskValues, Given, GiveValues, Question, Reaction, WordsValues
from mentoring.forms import AgendaValues
from mentoring.goals import GoalsValues, GoalWords
from mentoring.horizon import Answers, HorizonValues, Round
from mentoring.notices import NoticeKind
from mentoring.picked import PickedMessage
from mentoring.pulses import PulseSharing, PulseValues, Share, Worth
from mentoring.question_bank import Stage
from mentoring.reviews import Answer as Said
from mentoring.reviews import Question as Wonder
from mentoring.reviews import ReviewKind, ReviewValues, SharingValues, Subject, answers_print
from mentoring.shared_goals import GoalListValues, SharedGoal
from mentoring.sharing import SharingValues as Sharing
from mentoring.thanks import ThanksValues
from mentoring.troubles import TalkValues
from mentoring.wins import Audience, WinValues
from services.ask_feedback import ask_feedback
from services.ask_to_talk import ask_to_talk
from services.bring_to_session import bring_to_session
from services.celebrate_win import celebrate_win
from services.check_horizon import answer_horizon
from services.clarify_feedback import ask_what_was_meant, explain_feedback
from services.draft_goals import draft_goals
from services.draw_card import pass_card, prepare_card
from services.follow_up_feedback import react, say_what_came_of_it
from services.give_feedback import give_feedback
from services.look_back import save_review
from services.note_pulse import keep_pulse
from services.propose_agreement import prepare_agreement, propose_agreement
from services.say_no_reply import say_no_reply
from services.share_goals import prepare_list, save_list
from services.share_pulse import share_pulse
from services.share_review import share_review
from services.share_something import share_something
from services.thank_partner import thank
from storage.models import (
    Clarification,
    Feedback,
    FeedbackRequest,
    Goal,
    Notice,
    Review,
)
from storage.notices import Receiver
from storage.putting import Telling, put_notices
from storage.transaction import Transaction
from tests.services.world import WORKSPACE, World, profile


class Author:
    """Writes as one of a pair to the other."""

    def __init__(self, world: World, pair: str, name: str, first: int = 1) -> None:
        self.world, self.pair, self.name = world, pair, name
        self.services, self.actor = world.services, world.who(name)
        self._numbers = count(first)

    def words(self, about: str) -> str:
        """Words that stand nowhere else."""
        return f"{about}-by-{self.name}-{next(self._numbers):03}"

    @property
    def form(self) -> str:
        return self.world.form()

    async def only(self, table: type[FeedbackRequest | Feedback | Review | Goal]) -> str:
        """The id of the one row of a table that is this person's in this pair."""
        mine = table.author_id == await self.world.id_of(self.name), table.pair_id == self.pair
        [id_] = await self.world.all(select(table.id).where(*mine))
        return id_

    async def checks_in(self, session: str | None) -> None:
        await self.world.checks_in(
            self.name, self.pair, session_id=session, notes=self.words("notes"), feeling=3,
            my_promises=(self.words("mine"),), their_promises=(self.words("theirs"),),
            reflection=self.words("reflection"), win=self.words("win-in-check-in"), win_audience=Audience.ME,
        )  # fmt: skip

    async def says_how_it_was(self, session: str) -> None:
        """Shares what it was worth, and then changes it."""
        first = PulseValues(session, Worth.PARTLY, self.words("pulse"))
        await keep_pulse(self.services, self.actor, first, self.form)
        await share_pulse(self.services, self.actor, PulseSharing(session, Share.ALL, 1), self.form)
        again = PulseValues(session, Worth.HARDLY, self.words("pulse-again"))
        await keep_pulse(self.services, self.actor, again, self.form)

    async def celebrates(self) -> None:
        for audience in Audience:
            link = PickedMessage(f"https://acme.slack.com/archives/{self.words('C')}/p1")
            values = WinValues(self.words("win"), audience, self.pair, picked=link)
            await celebrate_win(self.services, self.actor, values, (), self.form)

    async def asks_to_post(self) -> None:
        """A win that waits for the consent of somebody who is in no pair."""
        link = PickedMessage(f"https://acme.slack.com/archives/{self.words('C')}/p1")
        values = WinValues(self.words("thanking"), Audience.CHANNEL, self.pair, picked=link)
        await celebrate_win(self.services, self.actor, values, (profile("zoe"),), self.form)

    async def brings(self) -> None:
        link = PickedMessage(f"https://acme.slack.com/archives/{self.words('C')}/p1")
        await bring_to_session(self.services, self.actor, AgendaValues(self.pair, self.words("item"), link), self.form)

    async def drafts_goals(self) -> None:
        due = self.world.now.date() + timedelta(days=50)
        goal = GoalWords(self.words("draft"), self.words("measure"), due, self.words("why"))
        await draft_goals(self.services, self.actor, GoalsValues(self.pair, (goal,), is_ready=True), self.form)

    async def adds_a_goal(self) -> None:
        """Puts a goal on the list, says it better, and reaches its checkpoint."""
        goal = GoalWords(self.words("goal"), self.words("measure"))
        new = SharedGoal(None, goal, checkpoints=(Checkpoint(None, self.words("checkpoint")),))
        await save_list(self.services, self.actor, GoalListValues(self.pair, (new,), None), self.form)
        better = GoalWords(self.words("goal"), self.words("measure"))
        await self._changes_goal(lambda goal: replace(goal, words=better))
        await self._changes_goal(lambda goal: goal, ticks=True)

    async def _changes_goal(self, changed: Callable[[SharedGoal], SharedGoal], *, ticks: bool = False) -> None:
        id_, before = await self.only(Goal), await prepare_list(self.services, self.actor, self.pair)
        goals = tuple(changed(each) if each.id == id_ else each for each in before.goals)
        steps = (step.id for each in goals if each.id == id_ for step in each.checkpoints)
        ticked = frozenset(filter(None, steps)) if ticks else frozenset()
        values = GoalListValues(self.pair, goals, before.seen, ticked)
        await save_list(self.services, self.actor, values, self.form)

    async def proposes(self) -> None:
        terms = Terms(14, **{term.value: self.words(term.value) for term in Term})
        seen = (await prepare_agreement(self.services, self.actor, self.pair)).seen
        assert await propose_agreement(self.services, self.actor, AgreementValues(self.pair, terms, seen), self.form)

    async def asks_for_feedback(self) -> None:
        question = Question(self.words("about"), self.words("question"))
        await ask_feedback(self.services, self.actor, AskValues(self.pair, question), self.form)

    async def gives_feedback(self, request: str) -> None:
        # Of a mentee's feedback there are two parts.
        belief = self.words("belief") if self.name == "tom" else None
        given = Given(self.words("shone"), self.words("differently"), belief)
        await give_feedback(self.services, self.actor, GiveValues(self.pair, given, request, was_asked=True), self.form)

    async def takes_feedback(self, feedback: str, giver: "Author") -> None:
        """Asks what was meant, is told (Maya: not yet), and says what came of it."""
        values = WordsValues(feedback, self.words("unclear"))
        await ask_what_was_meant(self.services, self.actor, values, self.form)
        unclear = select(Clarification.id).where(Clarification.feedback_id == feedback)
        [question] = await self.world.all(unclear)
        if self.name == "tom":
            meant = WordsValues(question, giver.words("meant"))
            await explain_feedback(self.services, giver.actor, meant, self.form)
        await react(self.services, self.actor, feedback, Reaction.FITS)
        done = WordsValues(feedback, self.words("done"))
        await say_what_came_of_it(self.services, self.actor, done, self.form)

    async def answers_horizon(self, round_: Round, pace: str) -> None:
        answers = Answers((pace, "work", "right", "right", "yes"))
        await answer_horizon(self.services, self.actor, HorizonValues(self.pair, round_, answers), self.form)

    async def looks_for_a_card(self) -> None:
        draft = await prepare_card(self.services, self.actor, self.pair, Stage.STUCK)
        assert draft.card
        await pass_card(self.services, self.actor, self.pair, draft.card)

    async def looks_back(self) -> None:
        """Shares one answer, and then writes another in its place."""
        subject = Subject(self.pair, ReviewKind.HALF_WAY)
        helps = Said(Wonder.HELPS, self.words("helps"))
        rest = (Said(Wonder.CHANGED, self.words("changed")), Said(Wonder.HOW_IT_GOES, "2"))
        await save_review(self.services, self.actor, ReviewValues(subject, (helps, *rest)), self.form)
        shared = SharingValues(await self.only(Review), (Wonder.HELPS,), answers_print((helps,)))
        await share_review(self.services, self.actor, shared, self.form)
        again = Said(Wonder.HELPS, self.words("helps-again"))
        await save_review(self.services, self.actor, ReviewValues(subject, (again, *rest)), self.form)

    async def thanks(self) -> None:
        await thank(self.services, self.actor, ThanksValues(self.pair, self.words("thanks")), self.form)

    async def finds_it_hard(self) -> None:
        await say_no_reply(self.services, self.actor, self.pair)
        await ask_to_talk(self.services, self.actor, TalkValues(self.pair, self.words("talk")), self.form)

    async def answers_a_nudge(self) -> None:
        """Shares something where it was asked for between two sessions."""
        notice = await self.is_nudged()
        await share_something(self.services, self.actor, Sharing(notice, self.words("sharing")), self.form)

    async def is_nudged(self) -> int:
        """Is asked for a word between two sessions; the id of that."""
        receiver = await self.world.id_of(self.name)
        asked = Telling(
            NoticeKind.BETWEEN_SESSIONS, Receiver(WORKSPACE, person_id=receiver), self.pair, self.world.now, self.pair,
            f"{self.world.now.date()} {self.name}", {"step": 1}, self.world.now.date(),
        )  # fmt: skip

        async def deed(tx: Transaction) -> None:
            await put_notices(tx, [asked], self.world.now)

        await self.world.store.write(deed)
        [notice] = await self.world.all(
            select(Notice.id).where(Notice.occurrence == asked.occurrence, Notice.pair_id == self.pair)
        )
        return notice
