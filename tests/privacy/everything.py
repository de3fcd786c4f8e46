"""A world in which both of a pair have written into every field there is, each time in words found nowhere else."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

from sqlalchemy import select

from mentoring.agreements import AgreementValues, Term, Terms
from mentoring.checkpoints import Checkpoint
from mentoring.consent import Answer
from mentoring.feedback import AskValues, Given, GiveValues, Question, Reaction, WordsValues
from mentoring.forms import AgendaValues
from mentoring.goals import GoalsValues, GoalWords
from mentoring.horizon import COMPARED, Answers, HorizonValues, Round
from mentoring.notices import NoticeKind
from mentoring.pairs import Role
from mentoring.picked import PickedMessage
from mentoring.planning import OfferValues, PlanValues
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
from services.answer_agreement import agree
from services.ask_feedback import ask_feedback
from services.ask_to_talk import ask_to_talk
from services.bring_horizon_card import bring_horizon_card
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
from services.plan_session import plan_session
from services.propose_agreement import prepare_agreement, propose_agreement
from services.propose_times import propose_times
from services.say_no_reply import say_no_reply
from services.share_goals import prepare_list, save_list
from services.share_pulse import share_pulse
from services.share_review import share_review
from services.share_something import share_something
from services.thank_partner import thank
from services.wish_to_join import wish_to_join
from storage.models import (
    Agreement,
    Clarification,
    Feedback,
    FeedbackRequest,
    Goal,
    HorizonCard,
    Notice,
    Person,
    Review,
)
from storage.transaction import Transaction
from tests.services.nudged import passes, ticks
from tests.services.world import WINS, WORKSPACE, World, profile

BOTH = (("tom", "maya"), ("maya", "tom"))


class Author:
    """Writes as one of a pair to the other."""

    def __init__(self, world: World, pair: str, name: str, partner: str) -> None:
        self.world, self.pair, self.name, self.partner = world, pair, name, partner
        self.services, self.actor = world.services, world.who(name)
        self._numbers = count(1)

    def words(self, about: str) -> str:
        """Words that stand nowhere else."""
        return f"{about}-by-{self.name}-{next(self._numbers)}"

    @property
    def form(self) -> str:
        return self.world.form()

    async def only(self, table: type[FeedbackRequest | Feedback | Review | Goal]) -> str:
        """The id of the one row of a table that is this person's."""
        [id_] = await self.world.all(select(table.id).where(table.author_id == await self.world.id_of(self.name)))
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
        """Puts a goal on the list, and says it better."""
        goal = GoalWords(self.words("goal"), self.words("measure"))
        new = SharedGoal(None, goal, checkpoints=(Checkpoint(None, self.words("checkpoint")),))
        await save_list(self.services, self.actor, GoalListValues(self.pair, (new,), None), self.form)
        id_, before = await self.only(Goal), await prepare_list(self.services, self.actor, self.pair)
        goals = tuple(
            replace(each, words=replace(each.words, statement=self.words("goal"), measure=self.words("measure")))
            if each.id == id_ else each
            for each in before.goals
        )  # fmt: skip
        await save_list(self.services, self.actor, GoalListValues(self.pair, goals, before.seen), self.form)

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
        notice = await self.world.store.write(self._nudged)
        await share_something(self.services, self.actor, Sharing(notice, self.words("sharing")), self.form)

    async def _nudged(self, tx: Transaction) -> int:
        receiver = await tx.scalar(select(Person.id).where(Person.slack_id == self.actor.user))
        assert receiver
        notice = Notice(
            workspace_id=WORKSPACE, kind=NoticeKind.BETWEEN_SESSIONS, subject=self.pair, occurrence=self.name,
            receiver=receiver, pair_id=self.pair, facts={}, day=self.world.now.date(), created_at=self.world.now,
        )  # fmt: skip
        tx.add(notice)
        await tx.flush()
        return notice.id


async def write_everything(world: World) -> None:
    """Have Tom and Maya write into every field, and tell it; Amara organises, Zoë is asked for her consent."""
    await world.changes_programme(channel=WINS)
    pair = await world.paired("tom", "maya")
    await world.known("zoe")
    authors = tom, maya = Author(world, pair, "tom", "maya"), Author(world, pair, "maya", "tom")

    session = None
    for author in authors:
        await author.drafts_goals()
        await author.checks_in(session)
        [session] = await world.sessions_of(pair)
    for author, partner in ((tom, maya), (maya, tom)):
        await author.says_how_it_was(session or "")
        await author.celebrates()
        await author.brings()
        await author.asks_for_feedback()
        await partner.gives_feedback(await author.only(FeedbackRequest))
        await author.takes_feedback(await partner.only(Feedback), partner)
        await author.adds_a_goal()
        await author.proposes()
        await author.answers_horizon(Round.DAY_30, "slow" if author is tom else "fast")
        await author.looks_for_a_card()
        await author.looks_back()
        await author.thanks()
        await author.finds_it_hard()
        await author.answers_a_nudge()
        await world.send_all()
        await world.says(partner.name, Answer.YES)
    await world.settles()
    for author in authors:
        await author.asks_to_post()

    [proposed] = await world.all(select(Agreement.id).where(Agreement.state == "waiting"))
    await agree(world.services, tom.actor, proposed)
    cards = await world.all(select(HorizonCard.id))
    await bring_horizon_card(world.services, tom.actor, cards[0], dict.fromkeys(COMPARED, tom.words("card")))
    await wish_to_join(world.services, world.workspace, profile("zoe"), Role.MENTEE)
    await ticks(world)
    await passes_to_the_next_session(world, tom)


async def passes_to_the_next_session(world: World, tom: Author) -> None:
    """Times are proposed, a session is planned, and both are prepared for it."""
    soon = world.now + timedelta(days=2)
    offer = OfferValues(tom.pair, {"time_1": soon})
    await propose_times(world.services, tom.actor, offer, world.form())
    await plan_session(world.services, tom.actor, PlanValues(tom.pair, soon), world.form())
    await passes(world, soon - timedelta(hours=20))
