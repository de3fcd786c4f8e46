"""The people of the samples, and words at their longest."""

from dataclasses import dataclass

from mentoring.pairs import PairChoice, Role
from mentoring.people import Person

MAYA = Person("maya", "U0MAYA", "Maya Okafor")
TOM = Person("tom", "U0TOM", "Tom Reid")
OLU = Person("olu", "U0OLU", "Olu Adeyemi")
ANN = Person("ann", "U0ANN", "Ann Lee")

# All that could be taken for markup, in as many characters as Slack lets people type.
HOSTILE = "<!channel> <@U0TOM> <https://example.com|here> & *bold* `code` :tada: "
LONG_WORDS = (HOSTILE + "Zeile für Zeile 試す\n") * 40
LONGEST_WORDS = LONG_WORDS[:3_000]
# Written to the right and to the left, without gaps, and with a picture that is several characters in one.
LONG_NAME = "Maximiliana <!here> & ليلى الحداد 山田花子 👩🏽‍🚀 " * 20
LONG = Person("long", "U0LONG", LONG_NAME)


@dataclass(frozen=True)
class Cast:
    """Who plays in a sample, and what they write."""

    me: Person
    partner: Person
    organiser: Person
    words: str
    many: int

    def pair(self, id_: str = "pair-1", role: Role = Role.MENTOR) -> PairChoice:
        return PairChoice(id_, role, self.partner, 14)


TYPICAL = Cast(MAYA, TOM, OLU, "We mapped the next six months, and what to drop.", 2)
EXTREME = Cast(LONG, LONG, LONG, LONGEST_WORDS, 100)
