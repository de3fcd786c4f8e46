"""Programmes: what an organiser sets, and who may organise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import time
from hashlib import sha256

from mentoring.changes import clashes
from mentoring.pairs import EVERY_TWO_WEEKS
from mentoring.people import Profile, reason_against
from mentoring.refusals import Reason, Refusal

DEFAULT_LENGTH_MONTHS = 6
DEFAULT_WORKS_FROM, DEFAULT_WORKS_UNTIL = time(9), time(17)

FINGERPRINT_LENGTH = 12

# The form's fields, each with the settings that are changed together: hours make sense only as two.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "organisers": ("organisers",),
    "channel": ("channel",),
    "rhythm": ("rhythm_days",),
    "length_months": ("length_months",),
    "works_from": ("works_from", "works_until"),
    "country": ("country",),
}


@dataclass(frozen=True)
class ProgrammeValues:
    """A programme's settings. The channel is Slack's id; the country an ISO 3166 code of two letters.

    `organisers` are Slack's ids, sorted.
    """

    name: str
    channel: str | None = None
    rhythm_days: int = EVERY_TWO_WEEKS
    length_months: int = DEFAULT_LENGTH_MONTHS
    works_from: time = DEFAULT_WORKS_FROM
    works_until: time = DEFAULT_WORKS_UNTIL
    country: str | None = None
    organisers: tuple[str, ...] = ()


# For each field of the form, what tells its value from any other: what was seen, without the words themselves.
Fingerprints = Mapping[str, str]


@dataclass(frozen=True)
class ProgrammeDraft:
    """What the programme's form shows.

    `seen` are the settings that it showed when it was opened. `clashes`: the fields that another organiser has changed
    in the meantime, to what is `theirs`; `seen` has those, then.
    """

    values: ProgrammeValues
    seen: Fingerprints
    clashes: frozenset[str] = frozenset()
    theirs: ProgrammeValues | None = None

    @classmethod
    def of(cls, values: ProgrammeValues) -> "ProgrammeDraft":
        """The form as it is opened."""
        return cls(values, fingerprints(values))


def fingerprints(values: ProgrammeValues) -> Fingerprints:
    """What tells each field's value from any other, in a few characters."""
    found = {field: repr(_of(values, field)).encode() for field in FIELDS}
    return {field: sha256(value).hexdigest()[:FINGERPRINT_LENGTH] for field, value in found.items()}


def changed_meanwhile(values: ProgrammeValues, seen: Fingerprints, current: ProgrammeValues) -> Iterator[Refusal]:
    """Refuse what one organiser changed while another changed it too, and differently, until they have seen both."""
    mine, theirs = fingerprints(values), fingerprints(current)
    for field in FIELDS:
        yield from clashes(field, mine[field], seen.get(field), theirs[field])


def with_what_was_left_alone(values: ProgrammeValues, seen: Fingerprints, current: ProgrammeValues) -> ProgrammeValues:
    """What was entered; the fields that were left as they had been seen are as they are now."""
    mine = fingerprints(values)
    alone = {
        setting: getattr(current, setting)
        for field, settings in FIELDS.items()
        if mine[field] == seen.get(field)
        for setting in settings
    }
    return replace(values, **alone)


def shown_again(
    values: ProgrammeValues, seen: Fingerprints, current: ProgrammeValues, clashing: frozenset[str]
) -> ProgrammeDraft:
    """The form that comes back: what was entered, beside what another organiser has. Saved again, it stands."""
    theirs = fingerprints(current)
    seen_now = {**seen, **{field: theirs[field] for field in clashing}}
    return ProgrammeDraft(with_what_was_left_alone(values, seen, current), seen_now, clashing, current)


def refusals_to_organise(profiles: Iterable[Profile], workspace: str) -> Iterator[Refusal]:
    """Say who cannot organise: only people who belong to the workspace can, and guests do not."""
    for profile in profiles:
        reason = reason_against(profile, workspace)
        if profile.is_guest and reason in (None, Reason.SINGLE_CHANNEL_GUEST):
            reason = Reason.GUEST
        if reason:
            yield Refusal(reason, "organisers", name=profile.name)


def _of(values: ProgrammeValues, field: str) -> tuple[object, ...]:
    return tuple(getattr(values, setting) for setting in FIELDS[field])
