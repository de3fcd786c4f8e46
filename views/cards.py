"""What a conversation card says. The same for both of a pair."""

from mentoring.pairs import Role
from mentoring.question_bank import Card, struggle_for
from views.markup import Markup
from views.wording import Wording


def card_question(card: Card, wording: Wording) -> str:
    """The question to open with."""
    return wording.say(f"bank-{card.stage.address}-{card.number}")


def card_subject(card: Card, wording: Wording) -> str:
    """What it is about, in a few words."""
    return wording.say(f"bank-{card.stage.address}-{card.number}.subject")


def card_begin(card: Card, wording: Wording) -> str:
    """One way to begin."""
    return wording.say(f"bank-{card.stage.address}-{card.number}.begin")


def struggle_words(card: Card, partner: str, wording: Wording) -> Markup:
    """What a mentor might tell of themselves first, in a session that a card opens."""
    return wording.markup(f"struggle-{card.stage.address}", number=struggle_for(card), partner=partner)


def both_ways_words(role: Role, partner: str, wording: Wording) -> Markup:
    """What each is asked now and then: a mentor what they learned, a mentee what they could give back."""
    return wording.markup(f"both-ways-{role.value}", partner=partner)
