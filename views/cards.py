"""What a conversation card says. The same for both of a pair."""

from mentoring.question_bank import Card
from views.wording import Wording


def card_question(card: Card, wording: Wording) -> str:
    """The question to open with."""
    return wording.say(f"card-{card.stage.address}-{card.number}")


def card_subject(card: Card, wording: Wording) -> str:
    """What it is about, in a few words."""
    return wording.say(f"card-{card.stage.address}-{card.number}.subject")


def card_begin(card: Card, wording: Wording) -> str:
    """One way to begin."""
    return wording.say(f"card-{card.stage.address}-{card.number}.begin")
