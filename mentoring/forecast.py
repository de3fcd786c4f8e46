"""What will be said to whom, and when, if nothing else happens: the rules of nudges, asked ahead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import heapify, heappop, heappush

from mentoring.nudges.choose import Message, choose
from mentoring.nudges.decide import Decision, Nudge, decide
from mentoring.nudges.snapshot import Member, Snapshot, Told


@dataclass(frozen=True)
class Foreseen:
    """A message, and the instant at which it will go."""

    at: datetime
    message: Message


def forecast(pairs: Iterable[Snapshot], now: datetime, until: datetime) -> Iterator[Foreseen]:
    """Foresee what goes from `now` until before another instant, in order; nobody answers, plans or meets.

    Args:
        pairs: All pairs of the people it is about: what goes to somebody depends on all that they are in.
        now: The first instant that is looked at.
        until: The first that is not.
    """
    known = {pair.pair_id: pair for pair in pairs}
    theirs = _by_person(known.values())
    ahead = [(now, pair_id) for pair_id in known]
    heapify(ahead)
    while ahead and ahead[0][0] < until:
        at = ahead[0][0]
        due = set()
        while ahead and ahead[0][0] == at:
            due.add(heappop(ahead)[1])
        people = {each.person_id: each for pair_id in due for each in known[pair_id].members}
        near = {pair_id for person_id in people for pair_id in theirs[person_id]}
        decided = {pair_id: decide(known[pair_id], at) for pair_id in near}
        said = messages_at([known[id_] for id_ in near], decided, [people[id_] for id_ in sorted(people)], at)
        yield from (Foreseen(at, message) for message in said)
        for pair_id in {nudge.pair_id for message in said for nudge in message.nudges}:
            known[pair_id] = noted(known[pair_id], said)
            decided[pair_id] = decide(known[pair_id], at)
        # Those that were not due keep their time: only one of their two may have been looked at.
        for pair_id in due:
            if look_at := decided[pair_id].look_at:
                heappush(ahead, (look_at, pair_id))


def messages_at(
    pairs: Iterable[Snapshot], decided: Mapping[str, Decision], people: Iterable[Member], now: datetime
) -> list[Message]:
    """What goes now to some people, of whom all pairs are given, and what was decided of each."""
    open_now: Mapping[str, list[Nudge]] = defaultdict(list)
    lately: Mapping[str, list[Told]] = defaultdict(list)
    for pair in pairs:
        for nudge in decided[pair.pair_id].nudges:
            open_now[nudge.key.receiver].append(nudge)
        for told in pair.told:
            lately[told.key.receiver].append(told)
    found = (choose(each, open_now[each.person_id], lately[each.person_id], now) for each in people)
    return [message for message in found if message]


def noted(pair: Snapshot, messages: Iterable[Message]) -> Snapshot:
    """A pair once messages have been put on their way."""
    told = [
        Told(nudge.key, message.day)
        for message in messages
        for nudge in message.nudges
        if nudge.pair_id == pair.pair_id
    ]
    return replace(pair, told=(*pair.told, *told)) if told else pair


def _by_person(pairs: Iterable[Snapshot]) -> Mapping[str, set[str]]:
    theirs: Mapping[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for member in pair.members:
            theirs[member.person_id].add(pair.pair_id)
    return theirs
