"""What the horizon check makes of every combination of answers, and what of them can be read off that."""

from collections import defaultdict
from itertools import combinations, product

import pytest

from mentoring.horizon import COMPARED, MOST_CARDS, SCALES, UNSAID, Answers, Subject, cards, differing
from mentoring.refusals import Refusal

# All that can be answered to what is compared; what is said of worth changes nothing, as a test of its own shows.
ALL = [
    Answers((*given, "yes")) for given in product(*((*SCALES[subject], UNSAID) for subject in COMPARED))
]  # fmt: skip


def alike(**said: str) -> Answers:
    """Answers that say the first of each scale, but for what is named."""
    return Answers(tuple(said.get(subject, SCALES[subject][0]) for subject in Subject))


def test_both_are_shown_the_same_for_every_combination_of_answers() -> None:
    assert len(ALL) == 320
    # What the one is shown follows from their answers and the other's; so does what the other is shown.
    assert all(differing(one, other) == differing(other, one) for one, other in combinations(ALL, 2))


def test_no_card_tells_which_of_them_said_what() -> None:
    """Seen from outside, each card comes of pairs of answers that lie in opposite directions."""
    behind: dict[Subject, set[tuple[str, str]]] = defaultdict(set)
    # Every combination of what two answers to one question can be: the questions do not touch each other.
    for subject in COMPARED:
        for here, there in product((*SCALES[subject], UNSAID), repeat=2):
            one, other = alike(**{subject: here}), alike(**{subject: there})
            assert set(differing(one, other)) <= {subject}
            if differing(one, other):
                behind[subject].add((here, there))
    assert set(behind) == set(COMPARED)
    for subject, pairs in behind.items():
        first, *_, last = SCALES[subject]
        assert {(first, last), (last, first)} <= pairs
        assert {(other, one) for one, other in pairs} == pairs


@pytest.mark.parametrize("subject", COMPARED)
def test_a_card_leaves_whoever_knows_their_own_answer_to_guess(subject: Subject) -> None:
    """Whatever somebody said, a card leaves at least two answers of the other's; no card leaves theirs, and silence."""
    for mine in SCALES[subject]:
        said = {True: set[str](), False: set[str]()}
        for theirs in (*SCALES[subject], UNSAID):
            one, other = alike(**{subject: mine}), alike(**{subject: theirs})
            said[subject in differing(one, other)].add(theirs)
        assert len(said[True]) >= 2
        assert said[False] == {mine, UNSAID}


def test_who_would_rather_not_say_gets_no_card_and_learns_nothing() -> None:
    silent = Answers((UNSAID,) * len(Subject))
    assert all(differing(silent, other) == () for other in ALL)


@pytest.mark.parametrize("subject", COMPARED)
def test_silence_shows_nowhere(subject: Subject) -> None:
    """What is shown of the other subjects, and how much, is as if the two saw this one alike."""
    for mine in ALL:
        if mine.to(subject) == UNSAID:
            continue
        for theirs in ALL[:: len(ALL) // 16 - 1]:
            answers = {s: theirs.to(s) for s in Subject}
            silent = Answers(tuple((answers | {subject: UNSAID}).values()))
            agreeing = Answers(tuple((answers | {subject: mine.to(subject)}).values()))
            assert differing(mine, silent) == differing(mine, agreeing)


def test_worth_is_never_compared() -> None:
    for mine, theirs in product((*SCALES[Subject.WORTH], UNSAID), repeat=2):
        assert differing(alike(worth=mine), alike(worth=theirs)) == ()


def test_two_cards_are_the_most_and_those_come_first_that_have_not_been() -> None:
    assert cards(COMPARED, ()) == (Subject.PACE, Subject.PRIORITIES)
    assert cards(COMPARED, (Subject.PACE, Subject.PRIORITIES)) == (Subject.COMFORT, Subject.WORKLOAD)
    assert cards(COMPARED[:3], COMPARED[:2]) == (Subject.PACE, Subject.COMFORT)
    assert cards((Subject.PACE,), (Subject.PACE,)) == (Subject.PACE,)
    for count in range(len(COMPARED) + 1):
        for found in combinations(COMPARED, count):
            chosen = cards(found, ())
            assert len(chosen) == min(count, MOST_CARDS)
            assert set(chosen) <= set(found)


def test_what_is_kept_has_one_length_and_says_the_same_again() -> None:
    assert {len(each.code) for each in ALL} == {len(Subject)}
    assert len({each.code for each in ALL}) == len(ALL)
    assert all(Answers.decoded(each.code) == each for each in ALL)


@pytest.mark.parametrize("given", [("slow",), ("slow", "skill", "right", "right", "slow"), ("",) * 5])
def test_what_nobody_can_answer_is_refused(given: tuple[str, ...]) -> None:
    with pytest.raises(Refusal):
        Answers(given)
