"""Pulses of sessions and conversation cards in every way that they can read."""

from collections.abc import Iterator
from datetime import date

from mentoring.notices import Content
from mentoring.nudge_contents import Settled
from mentoring.pairs import PairChoice, Role
from mentoring.pulses import PulseAsked, PulseDraft, PulseLine, PulseShared, Share, Worth
from mentoring.question_bank import Card, CardDraft, Stage
from mentoring.sessions import SessionKind
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.card import card_form
from views.forms.pulse import pulse_form, share_pulse_form, share_pulse_preview
from views.wording import Wording

DAY = date(2026, 3, 3)
WORDS = "We stayed with one thing for the whole hour."
ASKED = PulseAsked("s-1", SessionKind.SESSION, TYPICAL.partner)
NOTED = PulseAsked("s-1", SessionKind.SESSION, TYPICAL.partner, is_noted=True)
SHARED = PulseAsked("s-1", SessionKind.SESSION, TYPICAL.partner, is_noted=True, is_shared=True)


def pulses_in_place_of(settled: Settled) -> Iterator[tuple[str, Settled]]:
    """What stands in the place of what asked whether they met, to whoever logged nothing."""
    for name, asked in (("asked", ASKED), ("noted", NOTED), ("shared", SHARED)):
        yield f"nudge-became-met-pulse-{name}", Settled(settled.about, settled.outcome, settled.by, on=DAY, pulse=asked)


def pulse_contents() -> Iterator[tuple[str, Content]]:
    """What a partner reads of one."""
    for worth in Worth:
        yield f"pulse-shared-{worth.value}", PulseShared(TYPICAL.me, DAY, worth, None)
    yield "pulse-shared-all", PulseShared(TYPICAL.me, DAY, Worth.WELL, WORDS)
    yield "pulse-shared-words", PulseShared(TYPICAL.me, DAY, None, WORDS)
    yield "pulse-shared-extreme", PulseShared(EXTREME.me, DAY, Worth.HARDLY, EXTREME.words[:1_000])


def pulse_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """The forms, which their writer alone sees."""
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        draft = _draft(cast, WORDS if cast is TYPICAL else cast.words[:1_000])
        yield f"form-pulse{size}", pulse_form(draft, wording)
        yield f"form-share-pulse{size}", share_pulse_form(draft, wording)
        yield f"form-share-pulse-preview{size}", share_pulse_preview(draft, Share.ALL, wording)
        pair = PairChoice("pair-1", Role.MENTEE, cast.partner, 14)
        yield f"form-card-choice{size}", card_form(CardDraft(pair, None), wording)
        yield f"form-card{size}", card_form(CardDraft(pair, Card(Stage.LIGHT, 2)), wording)
    bare = _draft(TYPICAL, None)
    yield "form-pulse-tiny", pulse_form(bare, wording)
    yield "form-share-pulse-changed", share_pulse_preview(bare, Share.WORDS, wording, has_changed=True)


def _draft(cast: Cast, words: str | None) -> PulseDraft:
    return PulseDraft(cast.me, PulseLine("s-1", cast.partner, DAY, Worth.WELL, words), 2, "en-GB")
