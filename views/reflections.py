"""The question that a private reflection answers."""

from mentoring.pairs import Role
from views.wording import Wording


def reflection_question(role: Role, number: int, partner: str, wording: Wording) -> str:
    """The question with a number, for what somebody is in the pair with this partner."""
    return wording.say(f"reflection-{role.value}-{number}", partner=partner)
