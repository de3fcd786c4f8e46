"""What is to come, in a few words for whoever looks ahead at it: not what its receiver will read."""

from mentoring.people import Person
from mentoring.upcoming import About
from views.wording import Wording


def what_it_is_about(about: About, receiver: Person, wording: Wording) -> str:
    """One thing that a message will say, in a phrase that names the receiver's partner."""
    partner = next((each.name for each in about.pair or () if each != receiver), "")
    return wording.say(f"upcoming-{about.kind.replace(' ', '-')}", **({"partner": partner} if about.pair else {}))
