"""People of a made-up programme look back, when a nudge at the end of their pair or long after it asks them to."""

from mentoring.people import Actor
from mentoring.reviews import QUESTIONS, Answer, ReviewValues
from services.context import Services
from services.look_back import save_review
from services.read_reviews import read_reviews


async def look_back(services: Services, actor: Actor, pair_id: str, form_id: str) -> None:
    """Somebody answers the first question of the newest form that waits for them about a pair, if one does."""
    waiting = [line.subject for line in (await read_reviews(services, actor)).to_write]
    of_pair = [subject for subject in waiting if subject.pair_id == pair_id]
    for subject in of_pair[-1:]:
        answer = Answer(QUESTIONS[subject.kind][0], "We found out together")
        await save_review(services, actor, ReviewValues(subject, (answer,)), form_id)
