"""A world in which both of a pair have written into every field there is."""

from sqlalchemy import select

from mentoring.consent import Answer
from mentoring.horizon import COMPARED, Round
from mentoring.pairs import Role
from services.answer_agreement import agree
from services.bring_horizon_card import bring_horizon_card
from services.wish_to_join import wish_to_join
from storage.models import Agreement, Feedback, FeedbackRequest, HorizonCard
from tests.privacy.author import Author
from tests.privacy.told import all_is_sent, go_through_much, live_beside, tell_all
from tests.services.world import WINS, World, profile


async def write_everything(world: World) -> None:
    """Have Tom and Maya write into every field, and be told all there is; Amara organises, Zoë is asked to consent."""
    await world.changes_programme(channel=WINS)
    ending = await live_beside(world)
    pair = await world.paired("tom", "maya")
    await world.known("zoe")
    authors = tom, maya = Author(world, pair, "tom"), Author(world, pair, "maya")

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
        await all_is_sent(world)
        await world.says(partner.name, Answer.YES)
    await world.settles()
    for author in authors:
        await author.asks_to_post()

    [proposed] = await world.all(select(Agreement.id).where(Agreement.state == "waiting"))
    await agree(world.services, tom.actor, proposed)
    cards = await world.all(select(HorizonCard.id))
    await bring_horizon_card(world.services, tom.actor, cards[0], dict.fromkeys(COMPARED, tom.words("card")))
    await wish_to_join(world.services, world.workspace, profile("zoe"), Role.MENTEE)
    await go_through_much(world, tom, maya)
    await tell_all(world, ending)
