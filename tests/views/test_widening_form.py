"""The form that widens a win: it starts with what is likely and offers nothing narrower."""

from dataclasses import replace

from mentoring.widening import WideningDraft, WideningValues
from mentoring.wins import Audience
from tests.views.filling import chosen, option_texts, submitted
from tests.views.people import TYPICAL
from views.forms.widening import parse_widening, widening_form
from views.ids import ActionId
from views.wording import Wording

PAIR = TYPICAL.pair()
OFFERED = (Audience.PARTNER, Audience.CHANNEL)
DRAFT = WideningDraft("win-1", "I led the retro.", OFFERED, (PAIR,), PAIR, "C0WINS", ("U0TOM",))


def test_it_starts_with_what_was_pressed_if_that_is_offered(wording: Wording) -> None:
    form = widening_form(DRAFT, wording, chosen=Audience.CHANNEL)
    assert parse_widening(submitted(form)) == WideningValues("win-1", "pair-1", Audience.CHANNEL, ("U0TOM",))
    only = widening_form(replace(DRAFT, offered=OFFERED[:1], channel=None), wording, chosen=Audience.CHANNEL)
    assert parse_widening(submitted(only)).audience is Audience.PARTNER
    assert option_texts(only, "audience") == ["Tom Reid and me"]


def test_what_is_entered_comes_back(wording: Wording) -> None:
    second = TYPICAL.pair("pair-2")
    form = widening_form(replace(DRAFT, pairs=(PAIR, second)), wording)
    view = submitted(
        form,
        **{ActionId.CHANGE_PAIR: chosen("pair-2")},
        thanks={"selected_users": ["U0OLU"]},
        audience=chosen("channel"),
    )
    assert parse_widening(view) == WideningValues("win-1", "pair-2", Audience.CHANNEL, ("U0OLU",))
