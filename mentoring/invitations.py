"""Unanswered invitations: when somebody is asked once more, and when their organiser is to see that it waits."""

from dataclasses import dataclass
from datetime import datetime, time

from mentoring.hours import Hours, at_local, local, next_open, opens_after

# In working days of whoever was asked, from the day on which they were.
ASK_AGAIN_AFTER, SHOW_AFTER = 3, 7
# Local; where somebody does not work at this time, when their day begins.
ASK_AT = time(9, 30)


@dataclass(frozen=True)
class Invited:
    """One of a proposed pair: when they work, and whether they have accepted."""

    person_id: str
    hours: Hours
    has_accepted: bool = False


@dataclass(frozen=True)
class Proposal:
    """A proposed pair, as the rules see it."""

    proposed_at: datetime
    invited: tuple[Invited, ...]

    @property
    def waits_for(self) -> tuple[Invited, ...]:
        """Who has not answered."""
        return tuple(each for each in self.invited if not each.has_accepted)


@dataclass(frozen=True)
class Decision:
    """What is to be told of a proposed pair by now, each thing once, and when to look at it again.

    Attributes:
        ask_again: The ids of the people who are to be asked once more.
        shows: Whether their organiser is to see that it waits.
        look_at: When something will be due that is not yet; None: nothing will.
    """

    ask_again: tuple[str, ...]
    shows: bool
    look_at: datetime | None


def decide(proposal: Proposal, now: datetime) -> Decision:
    """Say what is due of a proposed pair at `now`.

    It does not depend on when it was looked at before, and what is due stays so: whoever tells it keeps count.
    """
    again = {each.person_id: due_after(ASK_AGAIN_AFTER, proposal, each) for each in proposal.waits_for}
    shown = [due_after(SHOW_AFTER, proposal, each) for each in proposal.waits_for]
    return Decision(
        ask_again=tuple(person_id for person_id, due in again.items() if due <= now),
        shows=any(due <= now for due in shown),
        look_at=min((due for due in (*again.values(), *shown) if due > now), default=None),
    )


def shown_from(proposal: Proposal) -> datetime | None:
    """From when their organiser is to see that it waits; None: it waits for nobody."""
    return min((due_after(SHOW_AFTER, proposal, each) for each in proposal.waits_for), default=None)


def has_waited_long(proposal: Proposal, now: datetime) -> bool:
    """Whether their organiser is to see that it waits."""
    since = shown_from(proposal)
    return since is not None and since <= now


def due_after(working_days: int, proposal: Proposal, invited: Invited) -> datetime:
    """The instant, so many working days of somebody's after they were asked, at which they may be asked again.

    They were asked in their hours, which may have been some days after it was proposed.
    """
    hours = invited.hours
    opens = next_open(proposal.proposed_at, hours)
    for _ in range(working_days):
        opens = opens_after(local(opens, hours.zone).date(), hours)
    usual = at_local(local(opens, hours.zone).date(), ASK_AT, hours.zone)
    return max(opens, usual) if next_open(usual, hours) == usual else opens
