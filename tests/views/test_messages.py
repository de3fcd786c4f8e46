"""What messages promise: harmless words, nothing private, buttons only while they work, text that says it all."""

import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from mentoring.celebrations import ShoutOutText
from mentoring.consent import Answer, ShoutOutState
from mentoring.notices import Content
from mentoring.pairs import PairState
from tests.views.people import ANN, HOSTILE, MAYA, TOM
from tests.views.sample_messages import LONDON, contents
from tests.views.sample_nudges import nudges
from views.blocks import View, context, divider, section
from views.ids import ActionId
from views.markup import ELLIPSIS, escape
from views.messages import Message, how_many_fit, merge, render
from views.messages.rendering import RENDERERS
from views.wording import Wording

pytestmark = pytest.mark.xdist_group("all that people can see")

CONTENTS = dict(contents()) | dict(nudges())
# What may stand between angle brackets: people, a channel and a message of the samples.
INTERPRETED = re.compile(
    r"<(?!@U0(MAYA|TOM|ANN|OLU)|#C0WINS|@U0LONG|https://(acme\.slack\.com/archives|calendar\.google\.com|outlook\.office\.com)/)"
)
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]|:[a-z_]+:")


def buttons(message: Message) -> list[tuple[str, str | None]]:
    rows = (block["elements"] for block in message.blocks if block["type"] == "actions")
    return [(each["action_id"], each.get("value")) for row in rows for each in row]


def rendered(name: str, wording: Wording, **changes: object) -> Message:
    content: Any = CONTENTS[name]
    return render(replace(content, **changes), LONDON, wording)


def test_every_kind_of_content_has_words() -> None:
    assert set(RENDERERS) == set(get_args(Content))
    assert {type(content) for content in CONTENTS.values()} == set(get_args(Content))


# One test for all that is shown, where a test for each would cost more than what it looks at.
def test_text_says_all_that_the_blocks_say(messages: dict[str, Message]) -> None:
    # What is cut where Slack advises to ends so.
    whole = {name: message for name, message in messages.items() if not message.text.endswith(ELLIPSIS)}
    assert len(whole) > len(messages) / 2
    assert {name: unsaid for name, message in whole.items() if (unsaid := _unsaid(message))} == {}


def _unsaid(message: Message) -> list[str]:
    texts = [block["text"] for block in message.blocks if block["type"] == "section"]
    said = [text["text"] if text["type"] == "mrkdwn" else escape(text["text"]) for text in texts]
    return [each for each in said if each not in message.text]


def test_a_message_has_one_emoji_at_most(messages: dict[str, Message]) -> None:
    found = {name: EMOJI.findall(message.text) for name, message in messages.items() if "extreme" not in name}
    assert {name: emoji for name, emoji in found.items() if len(emoji) > 1} == {}


def test_merged_news_keep_one_emoji(wording: Wording) -> None:
    wins = [rendered("win-shared", wording, words=words) for words in ("I asked", "I spoke", "I said no")]
    merged = merge(wins, wording).text
    assert len(EMOJI.findall(merged)) == 1
    assert all(words in merged for words in ("I asked", "I spoke", "I said no"))


def test_what_several_news_say_in_the_same_words_is_said_once(wording: Wording) -> None:
    win, other = (rendered("win-shared", wording, words=words) for words in ("I asked", "I spoke"))
    assert merge([win, other, win], wording) == merge([win, other], wording)
    assert merge([win, win], wording) is win


def test_one_message_alone_is_not_merged(wording: Wording) -> None:
    win = render(CONTENTS["win-shared"], LONDON, wording)
    assert merge([win], wording) is win


def test_what_does_not_fit_goes_into_the_next_message(messages: dict[str, Message]) -> None:
    full, short = messages["partner-checked-in-extreme"], messages["win-shared"]
    long = Message.of(*[section("One of many")] * 30)
    assert how_many_fit([long]) == how_many_fit([long, long]) == how_many_fit([full, short]) == 1
    assert how_many_fit([long, short, short, long]) == 3
    assert how_many_fit([short] * 5) == 5


def test_what_says_too_much_together_has_its_longest_paragraphs_shortened_alike() -> None:
    kept, long, longer = ["x" * 500, "y" * 2_000], escape("z" * 2_400), "w" * 3_000
    message = Message.of(*map(section, [*kept, longer, long, longer]), context(long), divider())
    *shown, small_print, _ = message.blocks
    texts = [block["text"]["text"] for block in shown] + [small_print["elements"][0]["text"]]
    assert texts[:2] == kept
    assert {len(words) for words in texts[2:]} == {2_243}
    assert all(words.endswith(ELLIPSIS) for words in texts[2:])
    assert len(message.text) <= 4_000


def test_what_a_form_holds_is_told_whole(wording: Wording) -> None:
    proposal = CONTENTS["partner-checked-in"].proposals[0]  # type: ignore[union-attr]
    promises = tuple(replace(proposal, words=f"{number:0>400}") for number in range(7))
    told = rendered(
        "partner-checked-in", wording, notes="n" * 3_000, their_promises=promises, proposals=promises, added_mine=False
    )
    assert ELLIPSIS not in str(told.blocks)


def test_what_has_grown_too_long_keeps_its_buttons(messages: dict[str, Message], wording: Wording) -> None:
    long, consent, short = (messages[name] for name in ("partner-checked-in-extreme", "consent-asked", "win-shared"))
    longs = [Message.of({**long.blocks[0], "block_id": each}, *long.blocks[1:]) for each in "abc"]
    merged = merge([*longs, consent, short], wording)
    assert len(merged.blocks) <= 50
    assert set(buttons(consent)) <= set(buttons(merged))
    assert buttons(merged).count((ActionId.ADD_MY_SIDE, "s-1")) == 3
    assert merged.blocks[-1] == short.blocks[-1]


def test_typed_words_are_never_interpreted(messages: dict[str, Message], views: dict[str, View]) -> None:
    blocks = {name: message.blocks for name, message in messages.items()}
    blocks |= {name: view["blocks"] for name, view in views.items()}
    texts = [(name, text["text"]) for name in blocks for text in _texts(blocks[name]) if text["type"] == "mrkdwn"]
    assert texts
    assert [(name, text) for name, text in texts if "<!" in text or INTERPRETED.search(text)] == []


def _texts(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if not isinstance(value, dict):
        return []
    if value.get("type") in ("plain_text", "mrkdwn"):
        return [value]
    return [text for each in value.values() for text in _texts(each)]


def test_words_in_the_text_are_escaped(wording: Wording) -> None:
    message = rendered("win-shared", wording, words=HOSTILE)
    assert "<!channel>" not in message.text
    assert "&lt;!channel&gt;" in message.text


def test_an_invitation_can_be_answered_until_it_is(wording: Wording) -> None:
    answers = {(ActionId.ACCEPT_PAIR, "pair-1"), (ActionId.DECLINE_PAIR, "pair-1")}
    assert answers <= set(buttons(rendered("introduction-asked", wording)))
    for change in ({"i_accepted": True}, {"state": PairState.ACTIVE}, {"state": PairState.ENDED_EARLY}):
        assert buttons(rendered("introduction-asked", wording, **change)) == []


def test_a_side_can_be_added_until_it_is(wording: Wording) -> None:
    assert (ActionId.ADD_MY_SIDE, "s-1") in buttons(rendered("partner-checked-in", wording))
    after = buttons(rendered("partner-checked-in", wording, added_mine=True))
    assert not [action for action, _ in after if action == ActionId.ADD_MY_SIDE]


def test_a_proposal_can_be_answered_until_it_is(wording: Wording) -> None:
    asked = buttons(rendered("partner-checked-in", wording))
    assert (ActionId.ACCEPT_PROMISE, "promise-0") in asked
    assert (ActionId.REFUSE_PROMISE, "promise-1") in asked
    assert buttons(rendered("partner-checked-in-answered", wording)) == []


def test_consent_can_be_given_until_it_is_or_time_is_up(wording: Wording) -> None:
    asked = {ActionId.CONSENT_YES, ActionId.CONSENT_UNNAMED, ActionId.CONSENT_NO}
    assert {(action, "post-1") for action in asked} == set(buttons(rendered("consent-asked", wording)))
    for answer in (Answer.YES, Answer.UNNAMED):
        assert buttons(rendered("consent-asked", wording, answer=answer)) == []
    # A no can become a yes for as long.
    second_thoughts = {action for action, _ in buttons(rendered("consent-asked", wording, answer=Answer.NO))}
    assert second_thoughts == asked - {ActionId.CONSENT_NO}
    for state in (ShoutOutState.AGREED, ShoutOutState.POSTED, ShoutOutState.NOT_POSTED):
        for answered in (None, Answer.NO):
            assert buttons(rendered("consent-asked", wording, state=state, answer=answered)) == []


def test_a_post_mentions_those_it_names(wording: Wording) -> None:
    assert "<@U0MAYA>" in rendered("post-win", wording).text
    assert "<@U0TOM>" in rendered("post-win", wording).text


def test_a_digest_says_all_of_each_post(wording: Wording) -> None:
    content: Any = CONTENTS["digest-extreme"]
    posts = tuple(replace(post, words=post.words[:300]) for post in content.posts)
    whole = render(replace(content, posts=posts), LONDON, wording)
    each = [render(post, LONDON, wording).blocks[1:] for post in posts]
    assert all(blocks == whole.blocks[n * 5 + 3 : n * 5 + 6] for n, blocks in enumerate(each))
    assert len(whole.blocks) == 5 * len(each) + 1


def test_a_preview_mentions_nobody(wording: Wording) -> None:
    assert "<@" not in rendered("consent-asked", wording).text


def test_without_names_no_name_appears(wording: Wording) -> None:
    words = "Ann praised Tom Reid and @Maya. tom smiled, <@U0TOM> too."
    post = ShoutOutText((), (MAYA, TOM, ANN), None, words)
    text = render(post, LONDON, wording).text
    assert not re.search(r"ann\b|tom|reid|maya|U0", text, re.IGNORECASE)
    assert "Somebody praised somebody and somebody. Somebody smiled, somebody too." in text


def test_private_words_stay_out_of_the_summary(wording: Wording) -> None:
    kept = rendered("check-in-saved-tiny", wording, keeps_private=True)
    assert "only you can read it" in kept.text
    assert "only you can read it" not in rendered("check-in-saved-tiny", wording).text
    assert "journal" in rendered("win-kept", wording).text
