"""Every form, and with App Home every view, as tiny, typical and extreme as they get."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

from mentoring.forms import AgendaDraft, SettingsDraft, WinDraft
from mentoring.home import (
    Settings,
)
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairDraft, Role
from mentoring.partings import EndDraft
from mentoring.people import Celebrations
from mentoring.picked import PickedMessage
from mentoring.programmes import FIELDS, ProgrammeDraft, ProgrammeValues, shown_again
from mentoring.promises import (
    PromisePage,
    PromiseRow,
    PromisesDraft,
    PromiseState,
    Standing,
    due_field,
    state_field,
)
from mentoring.sessions import CheckInDraft, Seen, SessionChoice, SessionKind
from mentoring.widening import WideningDraft
from mentoring.wins import Audience
from tests.views.people import EXTREME, OLU, TYPICAL, Cast
from tests.views.sample_agreements import agreement_forms
from tests.views.sample_feedback import feedback_forms
from tests.views.sample_goals import goal_forms, goals_to_tick, most_to_tick, revisit_forms, shared_goal_forms
from tests.views.sample_homes import NOW, SETTINGS, TODAY, partner_promises, pictures
from tests.views.sample_horizon import horizon_forms
from tests.views.sample_messages import LINK
from tests.views.sample_nudges import nudge_forms
from tests.views.sample_pauses import pause_forms
from tests.views.sample_plans import plan_forms
from tests.views.sample_pulses import pulse_forms
from tests.views.sample_reviews import review_forms
from tests.views.sample_stories import story_forms
from views.blocks import View
from views.forms.agenda import agenda_form
from views.forms.checkin import check_in_form
from views.forms.end_pair import end_form
from views.forms.notices import message_form, privacy_form
from views.forms.pair import pair_form
from views.forms.partner_promises import partner_promises_form
from views.forms.programme import programme_form
from views.forms.promises import promises_form
from views.forms.settings import settings_form
from views.forms.widening import widening_form
from views.forms.win import win_form
from views.home import home
from views.wording import Wording

PLANNED = SessionChoice("s-planned", date(2026, 3, 2), partner_logged=False)
LOGGED = SessionChoice("s-logged", date(2026, 3, 3), partner_logged=True)


def all_views(wording: Wording) -> Iterator[tuple[str, View]]:
    yield from _check_ins(wording)
    yield from _promise_forms(wording)
    yield from _wins(wording)
    yield from _widening(wording)
    yield from _agenda(wording)
    yield from feedback_forms(wording)
    yield from horizon_forms(wording)
    yield from plan_forms(wording)
    yield from review_forms(wording)
    yield from pulse_forms(wording)
    yield from story_forms(wording)
    yield from _organiser(wording)
    yield from _endings(wording)
    yield from pause_forms(wording)
    yield from _settings(wording)
    yield from agreement_forms(wording)
    yield from goal_forms(wording)
    yield from shared_goal_forms(wording)
    yield from revisit_forms(wording)
    yield from nudge_forms(wording)
    yield "form-message", message_form("This cannot be done.", wording)
    yield "form-privacy", privacy_form(wording)
    yield "form-message-extreme", message_form(EXTREME.words * 2, wording)
    for name, picture in pictures():
        yield name, home(picture, wording)


def _check_ins(wording: Wording) -> Iterator[tuple[str, View]]:
    pair = TYPICAL.pair()
    tiny = CheckInDraft((pair,), pair, TODAY)
    yield "form-check-in-tiny", check_in_form(tiny, wording)
    yield "form-check-in", check_in_form(check_in_draft(TYPICAL), wording)
    yield "form-check-in-more", check_in_form(check_in_draft(TYPICAL), wording, more=True)
    yield "form-check-in-mentee", check_in_form(check_in_draft(TYPICAL, Role.MENTEE), wording, more=True)
    yield (
        "form-check-in-goals",
        check_in_form(replace(check_in_draft(TYPICAL), goals=goals_to_tick()), wording, more=True),
    )
    yield "form-check-in-about", check_in_form(CheckInDraft((pair,), pair, TODAY, (), LOGGED), wording)
    again = CheckInDraft((pair,), pair, TODAY, (LOGGED,), LOGGED, asks_again=True)
    yield "form-check-in-again", check_in_form(again, wording)
    most = replace(check_in_draft(EXTREME), goals=most_to_tick())
    yield "form-check-in-extreme", check_in_form(most, wording, more=True)
    yield "form-check-in-edit", check_in_form(edit_draft(TYPICAL), wording)
    yield "form-check-in-edit-clash", check_in_form(clashing(edit_draft(TYPICAL)), wording)
    yield "form-check-in-edit-extreme", check_in_form(clashing(edit_draft(EXTREME)), wording)


def _promise_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    yield "form-promises", promises_form(promises_draft(TYPICAL), wording)
    yield "form-promises-clash", promises_form(clashing_promises(promises_draft(TYPICAL)), wording)
    yield "form-promises-suggested", promises_form(replace(promises_draft(TYPICAL), rows=()), wording)
    yield "form-promises-none-left", promises_form(PromisesDraft((), TODAY), wording)
    theirs = (*partner_promises(TYPICAL, PromiseState.OPEN), *partner_promises(TYPICAL, PromiseState.PROPOSED))
    dated = replace(theirs[0], promise=replace(theirs[0].promise, due_on=date(2026, 3, 6)))
    page = PromisePage((dated, *theirs[1:]), TODAY, 10, 40, "en-GB")
    yield "form-partner-promises", partner_promises_form(page, wording)
    page = PromisePage(partner_promises(EXTREME, PromiseState.PROPOSED)[:10], TODAY, 0, 40)
    yield "form-partner-promises-extreme", partner_promises_form(page, wording)
    extreme = replace(promises_draft(EXTREME), left=25, proposals_left=95)
    yield "form-promises-extreme", promises_form(clashing_promises(extreme), wording)


def promises_draft(cast: Cast) -> PromisesDraft:
    """Some promises, every second with a date, and some that wait for an answer."""
    words = cast.words if cast is EXTREME else "Send the reading list"
    dated, undated = Standing(date(2027, 1, 8)), Standing()
    rows = tuple(
        PromiseRow(f"promise-{n}", words, cast.partner, each, each)
        for n in range(min(cast.many, 15))
        for each in [undated if n % 2 else dated]
    )
    proposals = partner_promises(cast, PromiseState.PROPOSED)[:5]
    return PromisesDraft(rows, TODAY, proposals=proposals, locale="en-GB")


def clashing_promises(draft: PromisesDraft) -> PromisesDraft:
    """Each was changed in another window, too."""
    there = Standing(None, PromiseState.DROPPED)
    rows = (
        replace(
            row,
            chosen=Standing(date(2026, 3, 6), PromiseState.DONE),
            seen=there,
            clashes=frozenset({state_field(row.id), due_field(row.id)}),
        )
        for row in draft.rows
    )
    return replace(draft, rows=tuple(rows))


def edit_draft(cast: Cast) -> CheckInDraft:
    """An entry to be edited, with all that can be in it."""
    pair = cast.pair(role=Role.MENTEE)
    seen = Seen(NOW, TODAY, SessionKind.SESSION)
    lines = (cast.words.replace("\n", " "),) * min(cast.many, 20)
    return CheckInDraft(
        (pair,), pair, TODAY, next_at=NOW, locale="en-GB", notes=cast.words, check_in_id="c-1",
        time_zone="Europe/London", happened_on=TODAY, my_promises=lines, their_promises=lines, feeling=3,
        reflection=cast.words, seen=seen,
    )  # fmt: skip


def clashing(draft: CheckInDraft) -> CheckInDraft:
    """The partner has changed in the meantime what this person changed."""
    seen = Seen(datetime(2026, 3, 10, 10, 0, tzinfo=UTC), date(2026, 3, 1), SessionKind.WRITTEN)
    return replace(draft, seen=seen, clashes=frozenset({"next_at", "happened_on", "kind"}))


def check_in_draft(cast: Cast, role: Role = Role.MENTOR) -> CheckInDraft:
    pairs = tuple(cast.pair(f"pair-{n}", role) for n in range(cast.many))
    more = tuple(SessionChoice(f"s-{n}", TODAY, partner_logged=True) for n in range(cast.many - 2))
    return CheckInDraft(
        pairs, pairs[0], TODAY, (PLANNED, LOGGED, *more), PLANNED, NOW, True, "en-GB", notes=cast.words * 2
    )


def _wins(wording: Wording) -> Iterator[tuple[str, View]]:
    pair = TYPICAL.pair()
    yield "form-win", win_form(WinDraft("I led the retro.", (pair,), pair, "C0WINS", ("U0TOM",)), wording)
    mine = PickedMessage(LINK)
    yield "form-win-on-mine", win_form(WinDraft("I led the retro.", (pair,), pair, "C0WINS", picked=mine), wording)
    theirs = PickedMessage(LINK, "U0ANN", "Ann Lee")
    yield "form-win-on-theirs", win_form(WinDraft("", (pair,), pair, "C0WINS", picked=theirs), wording)
    yield "form-win-no-channel", win_form(WinDraft("", (pair,), pair, None), wording)
    yield "form-win-no-pair", win_form(WinDraft("", (), None, "C0WINS"), wording)
    pairs = tuple(EXTREME.pair(f"pair-{n}") for n in range(150))
    thanks = tuple(f"U{n:08}" for n in range(50))
    yield "form-win-extreme", win_form(WinDraft(EXTREME.words * 2, pairs, pairs[0], "C0WINS", thanks), wording)


def _widening(wording: Wording) -> Iterator[tuple[str, View]]:
    pair = TYPICAL.pair()
    offered = (Audience.PARTNER, Audience.CHANNEL)
    draft = WideningDraft("win-1", "I led the retro.", offered, (pair,), pair, "C0WINS", ("U0TOM",))
    yield "form-widening", widening_form(draft, wording, chosen=Audience.CHANNEL)
    yield "form-widening-tiny", widening_form(replace(draft, offered=offered[:1], channel=None, thanks=()), wording)
    pairs = tuple(EXTREME.pair(f"pair-{n}") for n in range(150))
    thanks = tuple(f"U{n:08}" for n in range(50))
    extreme = WideningDraft("win-1", EXTREME.words, offered, pairs, pairs[0], "C0WINS", thanks)
    yield "form-widening-extreme", widening_form(extreme, wording)


def _agenda(wording: Wording) -> Iterator[tuple[str, View]]:
    pair = TYPICAL.pair()
    yield "form-agenda", agenda_form(AgendaDraft("How to say no", (pair,), pair, PickedMessage(LINK)), wording)
    theirs = PickedMessage(LINK, "U0ANN", "Ann Lee")
    yield "form-agenda-on-theirs", agenda_form(AgendaDraft("", (pair,), pair, theirs), wording)
    pairs = tuple(EXTREME.pair(f"pair-{n}") for n in range(150))
    theirs = PickedMessage(LINK, "U0LONG", EXTREME.partner.name)
    yield "form-agenda-extreme", agenda_form(AgendaDraft(EXTREME.words, pairs, pairs[0], theirs), wording)


def _organiser(wording: Wording) -> Iterator[tuple[str, View]]:
    yield "form-pair", pair_form(PairDraft(14, asks_channel=False), wording)
    yield "form-pair-from-wish", pair_form(PairDraft(14, asks_channel=False, mentee="U0MAYA"), wording)
    yield "form-pair-channel", pair_form(PairDraft(10, asks_channel=True), wording)
    programme = ProgrammeValues("Mentoring", "C0WINS", country="GB", organisers=(OLU.user,))
    yield "form-programme", programme_form(ProgrammeDraft.of(programme), wording)
    everybody = (OLU.user,) * 30
    extreme = ProgrammeValues(EXTREME.words, None, 180, 120, time(0), time(23, 59), "XX", everybody)
    theirs = replace(extreme, channel="C0WINS", country=None, rhythm_days=1, organisers=everybody[:1])
    clashing = shown_again(extreme, {}, theirs, frozenset(FIELDS))
    yield "form-programme-extreme", programme_form(clashing, wording)


def _endings(wording: Wording) -> Iterator[tuple[str, View]]:
    yield "form-end", end_form(EndDraft(TYPICAL.pair(), (OLU,), NOW, "Europe/London", "en-GB"), wording)
    yield "form-end-tiny", end_form(EndDraft(TYPICAL.pair(), partner_organises=True), wording)
    yield "form-end-extreme", end_form(EndDraft(EXTREME.pair(), (EXTREME.organiser,) * 30, NOW), wording)


def _settings(wording: Wording) -> Iterator[tuple[str, View]]:
    yield "form-settings", settings_form(SettingsDraft(SETTINGS, "en-GB"), wording)
    unknown = Settings("UTC", False, time(0), time(23, 59), Celebrations.NEVER, "7", "NL", "GB", frozenset(NudgeKind))
    yield "form-settings-unknown-zone", settings_form(SettingsDraft(unknown), wording)
