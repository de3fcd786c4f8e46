"""What may be said of a pair now, and when to look at it again."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentoring.hours import at_local
from mentoring.nudges.course import changes, ends_at, state_at
from mentoring.nudges.diary import NUDGE_AT
from mentoring.nudges.kinds import ASK_TO_MEET, NudgeKind
from mentoring.nudges.occasions import WAITS, Occasion, OnDay
from mentoring.nudges.rules import RULES
from mentoring.nudges.snapshot import Key, Snapshot
from mentoring.pairs import PairState

# No pair of which something is to come is left alone for longer; so a time to look at that is farther away was set by
# a clock that ran ahead, and is to be set anew.
LONGEST_WAIT = timedelta(days=32)
AGAIN = " again "
# Of such a pair nothing is said.
SILENT = (PairState.PROPOSED, PairState.ENDED_EARLY)


@dataclass(frozen=True)
class Nudge:
    """Something that may be said to one of a pair now.

    Attributes:
        step: Which of its kind's nudges it is, from 1 on.
        open_until: When it may be said no longer today; unsaid, it may be found again on another day.
    """

    key: Key
    pair_id: str
    step: int
    open_until: datetime

    @property
    def kind(self) -> NudgeKind:
        """What it is about."""
        return self.key.kind


@dataclass(frozen=True)
class Decision:
    """What there is to be said of a pair at an instant.

    Attributes:
        nudges: What may be said now and has not been; `choose` says what of it is.
        is_stuck: Whether their organiser is to see that they have not met, although they were asked.
        state: What time has made of the pair. Kept, it takes no `ended_at`: a clock may have been wrong.
        look_at: When to look again if nothing happens before; None: time brings nothing more.
    """

    nudges: tuple[Nudge, ...]
    is_stuck: bool
    state: PairState
    look_at: datetime | None


def decide(pair: Snapshot, now: datetime) -> Decision:
    """Say what may be said of a pair at `now`.

    It does not depend on when it was looked at before. What is open and not chosen is open again at the next look, so
    `look_at` goes by what has been told: ask for it once that has been noted.
    """
    state = state_at(pair, now)
    if pair.accepted_at is None or pair.state in SILENT:
        return Decision((), is_stuck=False, state=state, look_at=None)
    ends = ends_at(pair, pair.accepted_at)
    occasions = [occasion for rule in RULES for occasion in rule(pair)]
    nudges, looks = [], [*changes(pair, pair.accepted_at)]
    if (stuck_from := _stuck_from(occasions, pair)) and stuck_from < ends:
        looks.append(stuck_from)
    for occasion in _untold(occasions, pair):
        if occasion.outlasts or now < ends:
            opening = occasion.when.opening(pair.diary(occasion.to), now)
            if opening.until:
                nudges.append(Nudge(occasion.key, pair.pair_id, occasion.step, opening.until))
            if opening.next_at and (occasion.outlasts or opening.next_at < ends):
                looks.append(opening.next_at)
    look_at = min((look for look in looks if look > now), default=None)
    return Decision(
        nudges=tuple(nudges),
        is_stuck=bool(stuck_from and stuck_from <= now) and state in (PairState.ACTIVE, PairState.WRAPPING_UP),
        state=state,
        look_at=look_at and min(look_at, now + LONGEST_WAIT),
    )


def still_holds(nudge: Nudge, pair: Snapshot, now: datetime) -> bool:
    """Whether what was chosen may still go: nothing has overtaken it, and it is still in the receiver's hours."""
    unsaid = replace(pair, told=tuple(each for each in pair.told if each.key != nudge.key))
    return any(found.key == nudge.key for found in decide(unsaid, now).nudges)


def is_overtaken(key: Key, pair: Snapshot, now: datetime) -> bool:
    """Whether what was said has lost its reason, at whatever hour it is: its buttons can be retired."""
    return bool(overtaken((key,), pair, now))


def overtaken(keys: Collection[Key], pair: Snapshot, now: datetime) -> set[Key]:
    """Which of several nudges that still ask something have lost their reason."""
    if pair.accepted_at is None or pair.state in SILENT:
        return set(keys)
    has_ended = now >= ends_at(pair, pair.accepted_at)
    rests = any(pause.since <= now < pause.until for pause in pair.pauses)
    occasions = [occasion for rule in RULES for occasion in rule(pair)]
    unsaid = replace(pair, told=tuple(each for each in pair.told if each.key not in keys))
    still = {
        each.key
        for each in _untold(occasions, unsaid)
        if (each.outlasts or not has_ended) and each.when.has_begun(pair.diary(each.to), now)
    }
    return {key for key in keys if key not in still or (rests and key.kind in ASK_TO_MEET)}


def _untold(occasions: Iterable[Occasion], pair: Snapshot) -> Iterator[Occasion]:
    """Those that are still to be said, among them those that were snoozed."""
    told = {each.key: each for each in pair.told}
    for occasion in occasions:
        now, again = occasion, 0
        while (before := told.get(now.key)) and before.snoozed_until:
            again += 1
            later = now.when.put_off(pair.diary(now.to), before.snoozed_until)
            now = replace(now, occurrence=f"{occasion.occurrence}{AGAIN}{again}", when=later)
        if not before and now.kind not in now.to.kinds_off:
            yield now


def _stuck_from(occasions: Iterable[Occasion], pair: Snapshot) -> datetime | None:
    """When the last question whether they will meet has waited for its days with both."""
    over = (
        at_local(pair.diary(each.to).working_days_after(each.when.day, WAITS + 1), NUDGE_AT, each.to.hours.zone)
        for each in occasions
        if each.is_last and isinstance(each.when, OnDay)
    )
    return max(over, default=None)
