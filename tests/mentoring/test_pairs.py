"""Who may be paired."""

from dataclasses import replace

import pytest

from mentoring.pairs import Role, refusals_to_pair
from mentoring.people import Profile
from mentoring.refusals import Reason

TOM = Profile("U0TOM", "Tom", "T1")
MAYA = Profile("U0MAYA", "Maya", "T1")


def refused(mentor: Profile, mentee: Profile, rhythm_days: int = 14) -> list[tuple[Reason, str | None]]:
    return [(refusal.reason, refusal.field) for refusal in refusals_to_pair(mentor, mentee, "T1", rhythm_days)]


def test_two_people_of_a_workspace_may_be_paired() -> None:
    assert refused(TOM, MAYA) == []


def test_nobody_is_paired_with_themselves() -> None:
    assert refused(TOM, TOM) == [(Reason.SAME_PERSON, "mentee")]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"is_bot": True}, Reason.BOT),
        ({"is_deactivated": True}, Reason.DEACTIVATED),
        ({"is_single_channel_guest": True}, Reason.SINGLE_CHANNEL_GUEST),
        ({"home": "T2"}, Reason.OTHER_WORKSPACE),
    ],
)
def test_some_cannot_be_paired_and_the_reason_stands_beside_them(changes: dict[str, object], reason: Reason) -> None:
    odd = replace(TOM, **changes)  # type: ignore[arg-type]  # each as its test has it
    assert refused(odd, MAYA) == [(reason, "mentor")]
    assert refused(MAYA, odd) == [(reason, "mentee")]


def test_both_can_be_refused_at_once() -> None:
    assert refused(replace(TOM, is_bot=True), replace(MAYA, home="T2")) == [
        (Reason.BOT, "mentor"),
        (Reason.OTHER_WORKSPACE, "mentee"),
    ]


def test_an_admin_or_a_guest_of_several_channels_may_be_paired() -> None:
    assert refused(replace(TOM, is_admin=True), MAYA) == []


def test_the_other_role_is_the_partners() -> None:
    assert (Role.MENTOR.other, Role.MENTEE.other) == (Role.MENTEE, Role.MENTOR)


@pytest.mark.parametrize(("days", "fits"), [(0, False), (1, True), (180, True), (181, False), (-7, False)])
def test_a_rhythm_has_its_bounds(days: int, fits: bool) -> None:
    assert refused(TOM, MAYA, days) == ([] if fits else [(Reason.BAD_RHYTHM, "rhythm_days")])
