"""Consent: everyone named agrees, and who wishes to go without a name has none, however it is written."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.consent import Answer, called_in, is_agreed, names_in, shows_names, with_names, without_names
from mentoring.people import Person

TOM = Person("p1", "U0TOM", "Tom Reed")
MAYA = Person("p2", "U0MAYA", "Maya Iyer")

YES, UNNAMED, NO = Answer.YES, Answer.UNNAMED, Answer.NO


def called(name: str) -> Person:
    return Person("p", "U0X", name)


@pytest.mark.parametrize("answers", [(YES, YES), (YES, UNNAMED), (UNNAMED, UNNAMED), (YES,)])
def test_when_everyone_agrees_in_some_way_it_is_agreed(answers: tuple[Answer, ...]) -> None:
    assert is_agreed(answers)


@pytest.mark.parametrize("answers", [(YES, NO), (NO, NO), (YES, None), (None, None), (UNNAMED, NO), (UNNAMED, None)])
def test_one_no_or_one_missing_answer_is_enough_against_it(answers: tuple[Answer | None, ...]) -> None:
    assert not is_agreed(answers)


@given(st.lists(st.sampled_from([YES, UNNAMED, NO, None])), st.sampled_from([NO, None]))
def test_nothing_that_others_say_outweighs_a_no(answers: list[Answer | None], against: Answer | None) -> None:
    assert not is_agreed([*answers, against])


@given(st.lists(st.sampled_from([YES, UNNAMED, NO, None])))
def test_one_wish_to_go_unnamed_hides_every_name(answers: list[Answer | None]) -> None:
    assert shows_names(answers) == (UNNAMED not in answers)


@pytest.mark.parametrize(
    "words",
    [
        "Tom Reed helped me", "thanks, tom", "TOM!", "@Tom was there", "@tom reed", "it was Tom's idea", "Toms Idee",
        "Mr Reed said so", "<@U0TOM> helped", "<@U0TOM|tom.reed> helped", "thanks to _Tom_ and *Reed*", "Reed/Tom",
        "tom_reed did it",
    ],
)  # fmt: skip
def test_words_name_somebody_in_many_ways(words: str) -> None:
    assert names_in(words, (TOM, MAYA)) == (TOM,)
    hidden = without_names(words, (TOM, MAYA), "somebody")
    assert "somebody" in hidden
    assert names_in(hidden, (TOM, MAYA)) == ()


@pytest.mark.parametrize(
    "words", ["Tomorrow we meet", "custom", "an atom", "Reeder", "<@U0TOMAS> helped", "", "<@U0> T"]
)
def test_words_that_only_look_alike_name_nobody(words: str) -> None:
    assert names_in(words, (TOM, MAYA)) == ()
    assert without_names(words, (TOM, MAYA), "somebody") == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("José Núñez", "Jose taught me"),
        ("Jose Nunez", "José taught me"),
        (unicodedata.normalize("NFD", "Zoë"), "Zoë was there"),
        ("Zoë", unicodedata.normalize("NFD", "Zoë was there")),
        ("Reed, Tom", "Reed was there"),
        ("Anne-Marie Roux", "I asked Marie"),
        ("Thomas (Tom) Reed", "Tom was there"),
        ("Tom Reed (he/him)", "Tom was there"),
        ("田中 太郎", "田中さんのおかげです"),
        ("Gamze Işık", "gamze ışık helped"),  # noqa: RUF001 - so it is written
        ("김 민준", "민준님 고마워요"),
        ("דנה לוי", "תודה לדנה"),
        ("प्रिया शाह", "प्रियाजी को धन्यवाद"),
        ("Émile O’Neil", "EMILE, and O’NEIL"),  # noqa: RUF001 - so it is written
    ],
)
def test_names_of_all_kinds_are_found_and_hidden(name: str, words: str) -> None:
    person = called(name)
    assert names_in(words, (person,)) == (person,)
    assert names_in(without_names(words, (person,), "…"), (person,)) == ()


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("Tom Reed and Maya met", "somebody and somebody met"),
        ("It was Tom's idea", "It was somebody's idea"),
        ("Café with @maya", "Café with somebody"),
    ],
)
def test_all_but_the_names_stays_as_it_was_written(words: str, hidden: str) -> None:
    assert without_names(words, (TOM, MAYA), "somebody") == hidden


def test_what_stands_beside_a_name_is_no_name() -> None:
    person = called("Tom J. Reed (he/him)")
    words = "He gave him a plan: J, the tenth letter."
    assert names_in(words, (person,)) == ()


@pytest.mark.parametrize("name", ["", " ", ".", "--"])
def test_somebody_without_a_name_is_found_by_a_mention(name: str) -> None:
    assert names_in("<@U0X> helped", (called(name),)) == (called(name),)
    assert names_in("Nobody -- really. ", (called(name),)) == ()


@pytest.mark.parametrize("name", ["🦊", "X", "J. R.", "R2-D2"])
def test_odd_names_are_names(name: str) -> None:
    assert names_in(f"Thanks to {name}!", (called(name),)) == (called(name),)


def test_with_nobody_to_hide_words_stay() -> None:
    assert without_names("Tom helped", (), "somebody") == "Tom helped"


letters = st.sampled_from("abcdeéèiñoöuxyzABÇÉ")
names = st.text(letters, min_size=2, max_size=6)
people = st.lists(
    st.builds(lambda first, last: called(f"{first} {last}"), names, names), min_size=1, max_size=3, unique=True
)
fillers = st.sampled_from(["and", "I met", "<@U0X>", "<@U0X|x>", "'s", ",", "@", "_", "*", "(", "\n", "…"])


def bare(words: str) -> str:
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", words)).casefold()


@given(people, st.data())
def test_no_name_survives(people: list[Person], data: st.DataObject) -> None:
    parts = [part for person in people for part in (person.name, *person.name.split())]
    spellings = st.sampled_from(parts).flatmap(lambda p: st.sampled_from([p, p.upper(), p.lower(), bare(p), f"@{p}"]))
    words = " ".join(data.draw(st.lists(st.one_of(spellings, fillers), max_size=12)))
    hidden = without_names(words, people, "□")
    left = set(re.split(r"[^a-z]+", bare(hidden)))
    assert left.isdisjoint(bare(part) for part in parts)
    assert "<@" not in hidden
    assert names_in(hidden, people) == ()


@given(st.text(st.characters(exclude_categories=["Cs"])), people)
def test_any_words_can_be_searched(words: str, people: list[Person]) -> None:
    hidden = without_names(words, people, "□")
    if not names_in(words, people):
        assert hidden == unicodedata.normalize("NFC", words)
    assert without_names(hidden, people, "□") == hidden


@pytest.mark.parametrize(
    ("words", "users"),
    [
        ("Thanks @Tom", {"U0TOM", "U0TOM2"}),
        ("Thanks @Tom Reed, and Maya", {"U0TOM"}),
        ("@tom berg and @maya", {"U0TOM2", "U0MAYA"}),
        ("<@U0MAYA|maya>, tom and me@maya.example", {"U0MAYA"}),
        ("@tomorrow, @ 9 with maya", set()),
    ],
)
def test_an_at_calls_whoever_it_may_mean(words: str, users: set[str]) -> None:
    berg = Person("p3", "U0TOM2", "Tom Berg")
    assert {person.user for person in called_in(words, (TOM, MAYA, berg))} == users


def test_handles_become_the_names_by_which_people_are_asked_and_hidden() -> None:
    words = with_names("@treid, @treid2 and me@treid: thanks, @treid!", {"treid": "Tom Reed"})
    assert words == "@Tom Reed, @treid2 and me@treid: thanks, @Tom Reed!"
