import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from views.markup import ELLIPSIS, Markup, escape, shorten
from views.typed import clean, mentioned_users, typed_words
from views.wording import Wording


def test_words_are_escaped_once() -> None:
    once = escape("<!channel> & co")
    assert once == "&lt;!channel&gt; &amp; co"
    assert escape(once) is once
    assert Markup("*a*") + " <b>" == "*a* &lt;b&gt;"
    assert Markup.lines("*a*", "", Markup("*b*"), "<c>") == "*a*\n*b*\n&lt;c&gt;"


# A busy machine is slow, and that says nothing about the code.
@settings(deadline=None)
@given(st.text(alphabet="a&<> ", max_size=60), st.integers(min_value=1, max_value=40))
def test_shortening_cuts_no_entity_in_two(words: str, most: int) -> None:
    short = escape(words).shortened(most)
    assert len(short) <= most
    left = short.removesuffix(ELLIPSIS)
    for entity in ("&amp;", "&lt;", "&gt;"):
        left = left.replace(entity, "")
    assert not set(left) & set("&<>")


def test_shortening_cuts_no_mention_in_two() -> None:
    assert Markup("Hello <@U012345>").shortened(10) == "Hello…"


def test_words_that_fit_stay_as_they_are() -> None:
    assert shorten("abc", 3) == "abc"
    assert shorten("abcd", 3) == "ab…"


def test_shortening_keeps_words_whole() -> None:
    words = "Three things I would like"
    assert [shorten(words, most) for most in (24, 13, 12)] == ["Three things I would…", "Three things…", "Three…"]
    assert shorten("Read " + "x" * 40, 30) == "Read " + "x" * 24 + "…"


def test_arguments_are_escaped_in_markup_and_plain_elsewhere(wording: Wording) -> None:
    assert wording.say("read-by-pair", partner="<!here>") == "Read by you and <!here>."
    assert wording.markup("read-by-pair", partner="<!here>") == "Read by you and &lt;!here&gt;."
    assert wording.markup("read-by-pair", partner=Markup("<@U1>")) == "Read by you and <@U1>."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thanks <@U012AB3CD|tom> &amp; <@W9|ann>", "thanks @tom & @ann"),
        ("in <#C012|wins> &lt;3", "in #wins <3"),
        ("<!channel> look at <https://example.com|example>", "@channel look at https://example.com"),
        ("<@U012AB3CD>", "@U012AB3CD"),
        ("a &amp;lt; b", "a &lt; b"),
        ("  \x00plain\ud800 ", "plain"),
    ],
)
def test_a_commands_text_is_read_as_it_was_typed(text: str, words: str) -> None:
    assert typed_words(text) == words


def test_mentions_without_a_name_get_one() -> None:
    assert typed_words("<@U1> and <@U2|ben>", {"U1": "Ann <3"}) == "@Ann <3 and @ben"


def test_users_are_found_once_each_in_order() -> None:
    assert mentioned_users("<@U2|b> and <@U1> and <@U2|b>, not @U3") == ("U2", "U1")


def test_clean_words_keep_their_lines() -> None:
    assert clean(" a\nb \x00") == "a\nb"
