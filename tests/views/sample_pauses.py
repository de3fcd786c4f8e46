"""What people read and fill in when a pair rests, meets less often, goes on, is completed or does not work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from mentoring.going_on import GoOnDraft, PairCompleted, PairGoesOn, ends_to_choose
from mentoring.notices import Content
from mentoring.pairs import Role
from mentoring.partings import EndDraft
from mentoring.pausing import PairPaused, PairResumed, PauseDraft
from mentoring.rhythms import RhythmChanged, RhythmDraft
from mentoring.troubles import SilenceNoted, TalkAsked, TalkSaved, TroubleDraft
from tests.views.people import ANN, EXTREME, OLU, TOM, TYPICAL
from views.blocks import View
from views.forms.going_on import finish_form, go_on_form
from views.forms.meet_less import meet_less_form
from views.forms.pause import pause_form, resumed_form
from views.forms.troubles import advice_form, no_reply_form, talk_form, trouble_form
from views.forms.which_pair import which_pair_form
from views.ids import ActionId
from views.wording import Wording

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
NEXT = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)


def pauses() -> Iterator[tuple[str, Content]]:
    """Every kind of content."""
    me, partner = TYPICAL.me, TYPICAL.partner
    until, ends = date(2026, 3, 23), date(2026, 9, 4)
    yield "paused-mine", PairPaused("pair-1", partner, until, True, cancelled=(NEXT,))
    yield "paused-partner", PairPaused("pair-1", partner, until, False, kept=(NEXT,))
    yield "paused-over", PairPaused("pair-1", partner, until, False, is_over=True)
    yield "paused-over-cancelled", PairPaused("pair-1", partner, until, False, cancelled=(NEXT,), is_over=True)
    yield "paused-extreme", PairPaused("pair-1", EXTREME.partner, until, False, (NEXT,) * 3, (NEXT,) * 3)
    for is_mine in (True, False):
        name = "mine" if is_mine else "partner"
        yield f"resumed-{name}", PairResumed("pair-1", partner, is_mine, NEXT if is_mine else None)
        yield f"rhythm-changed-{name}", RhythmChanged("pair-1", partner, 30, is_mine)
        yield f"goes-on-{name}", PairGoesOn("pair-1", partner, ends, 14, is_mine)
        yield f"completed-{name}", PairCompleted("pair-1", me, partner, Role.MENTOR, is_mine, NEXT if is_mine else None)
    yield "rhythm-changed-since", RhythmChanged("pair-1", partner, 10, False, holds=False)
    yield "goes-on-changed-since", PairGoesOn("pair-1", partner, ends, 30, False, holds=False)
    yield "completed-organiser", PairCompleted("pair-1", me, partner, None)
    yield "completed-extreme", PairCompleted("pair-1", EXTREME.me, EXTREME.partner, Role.MENTEE, cancelled=NEXT)
    yield "talk-asked", TalkAsked(me, partner, TYPICAL.words)
    yield "talk-asked-tiny", TalkAsked(me, partner, None)
    yield "talk-asked-extreme", TalkAsked(EXTREME.me, EXTREME.partner, EXTREME.words)
    yield "talk-saved", TalkSaved((TYPICAL.organiser, ANN))


def pause_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """Every form."""
    pair, extreme, later = TYPICAL.pair(), EXTREME.pair(), date(2026, 3, 17)
    yield "form-pause", pause_form(PauseDraft(pair, later, planned=(NOW,), locale="en-GB"), wording)
    yield "form-pause-tiny", pause_form(PauseDraft(pair, later, rests_until=later), wording)
    clashed = PauseDraft(pair, later, rests_until=date(2026, 4, 6), has_clashed=True, locale="en-GB")
    yield "form-pause-clash", pause_form(clashed, wording)
    yield "form-pause-clash-over", pause_form(replace(clashed, rests_until=None), wording)
    yield "form-pause-extreme", pause_form(PauseDraft(extreme, later, planned=(NOW,) * 30), wording)
    yield "form-meet-less", meet_less_form(RhythmDraft(pair, 30), wording)
    yield "form-meet-less-clash", meet_less_form(RhythmDraft(pair, 30, has_clashed=True), wording)
    yield "form-meet-less-extreme", meet_less_form(RhythmDraft(extreme, 180), wording)
    ends = ends_to_choose(NOW, 6, 6, (), date(2026, 8, 25))
    yield "form-go-on", go_on_form(GoOnDraft(pair, ends, 9, locale="en-GB"), wording)
    already = GoOnDraft(pair, ends_to_choose(NOW, 9, 6, (), NOW.date()), 9, 30, date(2026, 12, 3))
    yield "form-go-on-less", go_on_form(already, wording)
    yield "form-go-on-extreme", go_on_form(replace(already, pair=extreme), wording)
    yield "form-finish", finish_form(EndDraft(pair, (OLU,), NOW, "Europe/London", "en-GB"), wording)
    yield "form-finish-extreme", finish_form(EndDraft(extreme, (EXTREME.organiser,) * 30), wording)
    yield "form-resumed", resumed_form(wording)
    yield "form-trouble", trouble_form(TroubleDraft(pair, (OLU, ANN)), wording)
    yield "form-trouble-nobody-to-ask", trouble_form(TroubleDraft(pair), wording)
    yield "form-trouble-extreme", trouble_form(TroubleDraft(extreme, (EXTREME.organiser,) * 30), wording)
    yield "form-trouble-noted", no_reply_form(SilenceNoted(TOM, "Europe/London", "en-GB"), wording)
    yield "form-trouble-planned", no_reply_form(SilenceNoted(TOM, "Europe/London", "en-GB", NOW), wording)
    yield "form-talk", talk_form(TroubleDraft(pair, (OLU,)), wording)
    yield "form-talk-extreme", talk_form(TroubleDraft(extreme, (EXTREME.organiser,) * 30), wording)
    yield "form-advice", advice_form(wording)
    yield "form-which-pair", which_pair_form((pair, TYPICAL.pair("pair-2", Role.MENTEE)), ActionId.OPEN_PAUSE, wording)
    yield "form-which-pair-extreme", which_pair_form((extreme,) * 200, ActionId.END_PAIR, wording)
