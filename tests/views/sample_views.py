"""Every form and App Home, as tiny, typical and extreme as they get."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from mentoring.checkpoints import Progress
from mentoring.confidence import SHOWN, Confidence, Score
from mentoring.consent import ShoutOutState
from mentoring.feedback import RequestLine
from mentoring.forms import AgendaDraft, SettingsDraft, WinDraft
from mentoring.goals import GoalWords
from mentoring.home import (
    AgendaLine,
    Board,
    DisputedSession,
    HomePicture,
    Invitation,
    JoinWish,
    LeftOut,
    PairCard,
    PairLine,
    PlannedSession,
    Preparation,
    Settings,
    Step,
    UnansweredSession,
    WinLine,
)
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairDraft, PairState, Role
from mentoring.partings import EndDraft
from mentoring.people import Celebrations, Person
from mentoring.picked import AboutMessage, PickedMessage
from mentoring.programmes import FIELDS, ProgrammeDraft, ProgrammeValues, shown_again
from mentoring.promises import (
    PartnerPromise,
    PromisePage,
    PromiseRow,
    PromisesDraft,
    PromiseState,
    Standing,
    due_field,
    state_field,
)
from mentoring.sessions import CheckInDraft, Seen, SessionChoice, SessionKind
from mentoring.shared_goals import GoalLine
from mentoring.troubles import TroubleLine
from mentoring.widening import WideningDraft
from mentoring.wins import Audience
from tests.views.people import ANN, EXTREME, MAYA, OLU, TOM, TYPICAL, Cast
from tests.views.sample_agreements import agreement_forms
from tests.views.sample_feedback import feedback_forms
from tests.views.sample_goals import goal_forms, goals_to_tick, most_to_tick, revisit_forms, shared_goal_forms
from tests.views.sample_horizon import horizon_forms
from tests.views.sample_messages import LINK, asked, promises
from tests.views.sample_nudges import nudge_forms
from tests.views.sample_pauses import pause_forms
from tests.views.sample_plans import plan_forms
from tests.views.sample_pulses import pulse_forms
from tests.views.sample_reports import failing, stuck
from tests.views.sample_reviews import review_forms
from tests.views.sample_stories import journal, story_forms
from views.blocks import View
from views.forms.agenda import agenda_form
from views.forms.checkin import check_in_form
from views.forms.end_pair import end_form
from views.forms.notices import loading_form, message_form, privacy_form
from views.forms.pair import pair_form
from views.forms.partner_promises import partner_promises_form
from views.forms.programme import programme_form
from views.forms.promises import promises_form
from views.forms.settings import settings_form
from views.forms.widening import widening_form
from views.forms.win import win_form
from views.home import home
from views.wording import Wording

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
TODAY = date(2026, 3, 3)
PLANNED = SessionChoice("s-planned", date(2026, 3, 2), partner_logged=False)
LOGGED = SessionChoice("s-logged", date(2026, 3, 3), partner_logged=True)
SETTINGS = Settings("Europe/London", True, time(9), time(17), Celebrations.ASK)


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
    yield "form-loading", loading_form(wording)
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
    theirs = (*_promises(TYPICAL, PromiseState.OPEN), *_promises(TYPICAL, PromiseState.PROPOSED))
    dated = replace(theirs[0], promise=replace(theirs[0].promise, due_on=date(2026, 3, 6)))
    page = PromisePage((dated, *theirs[1:]), TODAY, 10, 40, "en-GB")
    yield "form-partner-promises", partner_promises_form(page, wording)
    page = PromisePage(_promises(EXTREME, PromiseState.PROPOSED)[:10], TODAY, 0, 40)
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
    proposals = _promises(cast, PromiseState.PROPOSED)[:5]
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


def pictures() -> Iterator[tuple[str, HomePicture]]:
    yield "home-nobody", HomePicture(MAYA, NOW, SETTINGS, None, organisers=(OLU,))
    yield "home-wishing", _wishing(another=False)
    yield "home-wishing-another", _wishing(another=True)
    yield "home-nobody-no-organiser", HomePicture(MAYA, NOW, SETTINGS, None)
    yield "home-invited", _invited()
    yield "home", picture(TYPICAL)
    yield "home-first", HomePicture(MAYA, NOW, SETTINGS, Step.PLAN_FIRST, pairs=(_card(TOM, sessions=0),))
    yield "home-add-my-side", _to_add()
    for name, step, card in (
        ("paused", Step.REST, replace(_card(TOM), state=PairState.PAUSED, paused_until=date(2026, 3, 23))),
        ("wrapping-up", Step.PLAN, replace(_card(TOM), state=PairState.WRAPPING_UP, ends_on=date(2026, 3, 15))),
    ):
        yield f"home-{name}", HomePicture(MAYA, NOW, SETTINGS, step, pairs=(card,))
    yield "home-prepared", _prepared_home(1, 1)
    yield "home-prepared-few", _prepared_home(2, 2)
    yield "home-prepared-many", _prepared_home(12, 60)
    yield "home-disputed", _disputed_home()
    yield "home-organiser", _organiser_home()
    yield "home-extreme", picture(EXTREME)


def picture(cast: Cast) -> HomePicture:
    """A Home with everything in it."""
    many = range(cast.many)
    partner = cast.partner
    line = PairLine("pair-1", cast.me, partner, PairState.ACTIVE, 1_000, TODAY)
    return HomePicture(
        me=cast.me,
        now=NOW,
        settings=SETTINGS,
        step=Step.LOG_PLANNED,
        invitations=tuple(Invitation(f"pair-{n}", Role.MENTOR, partner, "Mentoring", bool(n % 2)) for n in many),
        next_session=PlannedSession("s-2", "pair-1", partner, datetime(2026, 3, 17, 15, 30, tzinfo=UTC)),
        to_log=PlannedSession("s-1", "pair-1", partner, datetime(2026, 3, 2, 15, 30, tzinfo=UTC)),
        questions=(asked(cast, None, ShoutOutState.ASKING),) * min(cast.many - 1, 3),
        more_questions=cast.many,
        preparation=preparation(cast),
        confidence=tuple(confidence(cast, f"pair-{n}", 60, role) for n, role in enumerate([*Role, *Role])),
        goals=(GoalLine(partner, GoalWords(cast.words, due_on=TODAY), Progress(1, 3)),) * min(cast.many, 10),
        agenda=tuple(
            AgendaLine(f"item-{n}", (cast.me, partner, None)[n % 3], partner, cast.words[:500], AboutMessage(LINK))
            for n in many
        ),
        pairs=tuple(_card(partner, f"pair-{n}", sessions=5 * n) for n in many),
        promises_mine=_promises(cast, PromiseState.OPEN),
        proposals=_promises(cast, PromiseState.PROPOSED),
        promises_theirs=(*_promises(cast, PromiseState.OPEN), *_promises(cast, PromiseState.PROPOSED)),
        wins=(*journal(cast), WinLine(partner, cast.words, Audience.PARTNER, date(2025, 12, 24))),
        more_wins=cast.many,
        boards=(Board(cast.words[:80], "C0WINS", (line,) * cast.many, more_pairs=7),)
        * (cast.many if cast.many > 2 else 0),
        feedback_asked=RequestLine("request-1", partner, "my talk on Tuesday" if cast is TYPICAL else cast.words[:200]),
        more_feedback=cast.many,
        my_wishes=tuple(JoinWish(f"w-{role}", cast.me, role, NOW, True) for role in Role),
        wishes=tuple(JoinWish(f"w-{n}", partner, Role.MENTOR, NOW, True) for n in many) if cast.many > 2 else (),
        locale="en-GB",
    )


def _promises(cast: Cast, state: PromiseState) -> tuple[PartnerPromise, ...]:
    return tuple(PartnerPromise(line, cast.partner) for line in promises(cast, state))


def preparation(cast: Cast) -> Preparation:
    """As much as there is of each."""
    agenda = (AgendaLine("item-1", cast.partner, cast.partner, cast.words[:500]),) * 3
    mine, theirs = promises(cast, PromiseState.OPEN)[:3], promises(cast, PromiseState.OPEN)[:3]
    return Preparation(agenda, cast.many, mine, theirs)


def confidence(cast: Cast, pair_id: str, count: int, role: Role = Role.MENTEE) -> Confidence:
    """So many scores, one a week, the newest of them shown."""
    first = TODAY - timedelta(weeks=count)
    scores = tuple(Score(first + timedelta(weeks=n), 1 + (3 * n + n // 4) % 5) for n in range(count))
    return Confidence(pair_id, cast.partner, role, scores[-SHOWN:], count)


def _prepared_home(pairs: int, scores: int) -> HomePicture:
    """A session is near; of several pairs, what is for that one is told with it."""
    cards = tuple(_card(TOM if n == 0 else ANN, f"pair-{n}") for n in range(pairs))
    noted = tuple(confidence(TYPICAL, f"pair-{n}", scores, list(Role)[n % 2]) for n in range(min(pairs, 3)))
    return HomePicture(
        MAYA, NOW, SETTINGS, Step.PREPARE, pairs=cards, confidence=noted, locale="en-GB",
        next_session=PlannedSession("s-2", "pair-0", TOM, datetime(2026, 3, 17, 15, 30, tzinfo=UTC)),
        preparation=preparation(TYPICAL) if pairs > 1 else Preparation(),
        left_out=LeftOut(confidence=pairs - len(noted)),
    )  # fmt: skip


def _card(partner: Person, id_: str = "pair-1", *, sessions: int = 5) -> PairCard:
    last_met = TODAY if sessions else None
    zone = "America/New_York"
    return PairCard(id_, Role.MENTEE, partner, zone, PairState.ACTIVE, 14, sessions, last_met)


def _invited() -> HomePicture:
    invitation = Invitation("pair-1", Role.MENTEE, TOM, "Mentoring 2026", i_accepted=False)
    return HomePicture(MAYA, NOW, SETTINGS, Step.ANSWER_INVITATION, invitations=(invitation,), organisers=(OLU,))


def _to_add() -> HomePicture:
    to_add = UnansweredSession("s-1", "pair-1", TOM, TODAY)
    return HomePicture(MAYA, NOW, SETTINGS, Step.ADD_MY_SIDE, to_add=to_add, pairs=(_card(TOM),))


def _disputed_home() -> HomePicture:
    disputed = (DisputedSession(TOM, date(2026, 3, 2)),)
    return HomePicture(MAYA, NOW, SETTINGS, Step.PLAN, disputed=disputed, pairs=(_card(TOM),))


def _organiser_home() -> HomePicture:
    lines = (
        PairLine("p-1", MAYA, TOM, PairState.PROPOSED, 0, None, (MAYA, TOM)),
        PairLine("p-2", OLU, ANN, PairState.PROPOSED, 0, None, (ANN,), datetime(2026, 2, 20, 10, 0, tzinfo=UTC)),
        stuck(OLU, TOM),
        PairLine("p-4", OLU, MAYA, PairState.ACTIVE, 12, date(2025, 12, 24)),
        PairLine("p-6", MAYA, ANN, PairState.PAUSED, 2, TODAY, paused_until=date(2026, 4, 7)),
        PairLine("p-5", ANN, TOM, PairState.ENDED_EARLY, 3, TODAY, ended_at=NOW),
        PairLine("p-7", MAYA, OLU, PairState.COMPLETED, 3, TODAY, ended_at=NOW),
    )
    talks = (TroubleLine(TOM, ANN, TYPICAL.words, NOW), TroubleLine(MAYA, OLU, None, NOW))
    boards = (Board("Mentoring 2026", "C0WINS", lines, more_pairs=1, talks=talks), Board("Empty", None, ()))
    wishes = tuple(
        JoinWish(f"w-{days}", person, role, NOW - timedelta(days=days), another)
        for days, person, role, another in (
            (30, MAYA, Role.MENTOR, True),
            (9, TOM, Role.MENTEE, True),
            (1, MAYA, Role.MENTEE, False),
            (0, TOM, Role.MENTOR, False),
        )
    )
    found = failing(1)
    return HomePicture(
        OLU, NOW, SETTINGS, None, boards=boards, deliveries=found, wishes=wishes, organisers=(OLU,), locale="en-GB"
    )


def _wishing(*, another: bool) -> HomePicture:
    """Somebody who would like to be mentored; or, in a pair by now, also to mentor somebody else."""
    mine = (JoinWish("w-1", MAYA, Role.MENTOR if another else Role.MENTEE, NOW, another),)
    pairs = (_card(TOM),) if another else ()
    step = Step.PLAN if another else None
    return HomePicture(MAYA, NOW, SETTINGS, step, pairs=pairs, my_wishes=mine, organisers=(OLU,))
