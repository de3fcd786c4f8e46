"""Forms of pulses and cards: private words stay in them, and what is to be sent is shown as it will be read."""

from dataclasses import replace
from datetime import date

import pytest

from mentoring.notices import Reader
from mentoring.pairs import PairChoice, Role
from mentoring.pulses import PulseDraft, PulseLine, PulseSharing, PulseValues, Share, Worth, shared_of
from mentoring.question_bank import SITUATIONS, Card, CardDraft, Stage
from mentoring.refusals import Refusal
from tests.views.filling import chosen, submitted, typed
from tests.views.people import TYPICAL
from tests.views.sample_pulses import ASKED, NOTED, SHARED
from views.forms.card import card_form, card_shown, stage_chosen
from views.forms.pulse import (
    chosen_share,
    parse_pulse,
    parse_share_pulse,
    pulse_form,
    share_pulse_form,
    share_pulse_preview,
)
from views.messages.pulses import pulse_blocks, pulse_shared
from views.wording import Wording

WORDS = "We stayed with one thing."
LINE = PulseLine("s-1", TYPICAL.partner, date(2026, 3, 3), Worth.PARTLY, WORDS)
DRAFT = PulseDraft(TYPICAL.me, LINE, 3, "en-GB")
PAIR = PairChoice("pair-1", Role.MENTEE, TYPICAL.partner, 14)


def test_a_pulse_comes_back_as_it_was_and_as_it_is_changed(wording: Wording) -> None:
    form = pulse_form(DRAFT, wording)
    assert parse_pulse(submitted(form)) == PulseValues("s-1", Worth.PARTLY, WORDS)
    changed = submitted(form, worth=chosen("well"), words=typed(""))
    assert parse_pulse(changed) == PulseValues("s-1", Worth.WELL)


@pytest.mark.parametrize("share", Share)
def test_the_partner_reads_what_was_shown(share: Share, wording: Wording) -> None:
    assert chosen_share(submitted(share_pulse_form(DRAFT, wording), share=chosen(share.value))) is share
    preview = share_pulse_preview(DRAFT, share, wording)
    assert chosen_share(preview) is None
    assert parse_share_pulse(preview) == PulseSharing("s-1", share, 3)
    read = pulse_shared(shared_of(LINE, share, TYPICAL.me), Reader("UTC", "en-GB"), wording).blocks
    assert all(block in preview["blocks"] for block in read)
    assert (WORDS in str(read), "partly worth it" in str(read)) == (share is not Share.WORTH, share is not Share.WORDS)


def test_without_words_the_tap_is_all_there_is_to_share(wording: Wording) -> None:
    bare = replace(DRAFT, line=replace(LINE, words=None))
    assert parse_share_pulse(share_pulse_preview(bare, Share.ALL, wording)).share is Share.WORTH


def test_no_words_travel_beside_the_form(wording: Wording) -> None:
    for form in (pulse_form(DRAFT, wording), share_pulse_form(DRAFT, wording)):
        assert WORDS not in form["private_metadata"]
    assert WORDS not in share_pulse_preview(DRAFT, Share.ALL, wording)["private_metadata"]


def test_a_message_says_the_same_whatever_was_tapped(wording: Wording) -> None:
    # It is given nothing of it.
    assert not {"worth", "words"} & set(vars(NOTED))
    assert str(pulse_blocks(NOTED, wording)).count("pulse_well") == 0
    assert str(pulse_blocks(ASKED, wording)).count("pulse_well") == 1
    assert pulse_blocks(SHARED, wording) != pulse_blocks(NOTED, wording)


def test_a_card_knows_itself_and_asks_to_be_told_when_it_is_kept(wording: Wording) -> None:
    card = Card(Stage.SELF_DOUBT, 2)
    form = card_form(CardDraft(PAIR, card), wording)
    assert card_shown(form) == ("pair-1", card)
    assert form["notify_on_close"]
    choice = card_form(CardDraft(PAIR, None), wording)
    assert "notify_on_close" not in choice
    with pytest.raises(Refusal):
        card_shown(choice)
    offered = [block["accessory"]["value"] for block in choice["blocks"] if "accessory" in block]
    assert [stage_chosen(value) for value in offered] == list(SITUATIONS)
    with pytest.raises(Refusal):
        stage_chosen("first")
