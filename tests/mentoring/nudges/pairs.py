"""Pairs to try the rules on, and a way to watch what is said of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from mentoring.forecast import messages_at, noted
from mentoring.hours import local
from mentoring.nudges.choose import Message
from mentoring.nudges.decide import decide
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Member, SessionSeen, Snapshot
from mentoring.pairs import PairState
from mentoring.sessions import SessionState
from tests.mentoring.test_hours import works

LONDON = "Europe/London"
# Monday, at ten in London.
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
IN_SUMMER = datetime(2026, 7, 1, tzinfo=UTC)
IN_AUTUMN = datetime(2026, 10, 1, tzinfo=UTC)
YEARS_LATER = datetime(2028, 1, 1, tzinfo=UTC)
ZOE = Member("zoe", works(LONDON))
TOM = Member("tom", works(LONDON))


def pair(**facts: Any) -> Snapshot:  # noqa: ANN401 - as the dataclass has them
    """Zoe mentors Tom, every two weeks for six months; both accepted on a Monday morning in London."""
    usual: dict[str, Any] = {
        "pair_id": "zoe and tom", "state": PairState.ACTIVE, "rhythm_days": 14, "length_months": 6,
        "accepted_at": MONDAY, "mentor": ZOE, "mentee": TOM,
    }  # fmt: skip
    return Snapshot(**(usual | facts))


def met(on: date, name: str = "met") -> SessionSeen:
    return SessionSeen(name, SessionState.HAPPENED, happened_on=on)


def planned(at: datetime, name: str = "planned", **facts: Any) -> SessionSeen:  # noqa: ANN401 - as the dataclass has them
    """A session, planned when both had accepted."""
    return SessionSeen(name, SessionState.PLANNED, planned_at=at, **({"arranged_at": MONDAY} | facts))


@dataclass(frozen=True)
class Said:
    """Something that was said: the receiver's clock, and what and the how manieth of it."""

    here: datetime
    to: str
    kind: NudgeKind
    step: int


@dataclass
class Watch:
    """Looks at pairs as a sweep does, when one wants, and keeps what was said; all of it is answered, or none."""

    pairs: dict[str, Snapshot]
    answers: bool = True
    messages: list[tuple[datetime, Message]] = field(default_factory=list)
    _look_at: dict[str, datetime | None] = field(default_factory=dict)

    @classmethod
    def over(cls, *pairs: Snapshot, answers: bool = True) -> "Watch":
        return cls({each.pair_id: each for each in pairs}, answers)

    @property
    def people(self) -> Mapping[str, Member]:
        return {member.person_id: member for each in self.pairs.values() for member in each.members}

    def look(self, now: datetime) -> list[Message]:
        decided = {pair.pair_id: decide(pair, now) for pair in self.pairs.values()}
        said = messages_at(self.pairs.values(), decided, self.people.values(), now)
        self.messages += ((now, message) for message in said)
        for name, each in self.pairs.items():
            after = noted(each, said)
            if after.told != each.told:
                told = tuple(replace(one, is_answered=self.answers) for one in after.told)
                self.pairs[name] = replace(each, told=told)
                decided[name] = decide(self.pairs[name], now)
        self._look_at = {name: decision.look_at for name, decision in decided.items()}
        return said

    def look_at_all(self, instants: Iterable[datetime]) -> "Watch":
        for now in instants:
            self.look(now)
        return self

    def follow(self, now: datetime = MONDAY, until: datetime = IN_SUMMER, also: Iterable[datetime] = ()) -> "Watch":
        """Look when the rules say so, and at other instants too."""
        others = sorted(each for each in also if now < each < until)
        look: datetime | None = now
        while look and look < until:
            self.look(look)
            others = [each for each in others if each > look]
            look = min((each for each in (*self._look_at.values(), *others[:1]) if each), default=None)
        return self

    @property
    def said(self) -> Iterator[Said]:
        people = self.people
        for at, message in self.messages:
            here = local(at, people[message.receiver].hours.zone)
            yield from (Said(here, message.receiver, nudge.kind, nudge.step) for nudge in message.nudges)

    def days(self, kind: NudgeKind, to: str = "tom") -> list[str]:
        """When somebody was told of a kind, as their clock and calendar showed it."""
        return [each.here.strftime("%a %d %b %H:%M") for each in self.said if (each.kind, each.to) == (kind, to)]


def days(of: Snapshot, kind: NudgeKind, to: str = "tom", *, until: datetime = IN_SUMMER) -> list[str]:
    """When somebody is told of a kind if nothing happens but that they answer."""
    return Watch.over(of).follow(until=until).days(kind, to)
