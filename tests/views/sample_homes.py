"""App Home, as tiny, typical and extreme as it gets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from mentoring.checkpoints import Progress
from mentoring.confidence import SHOWN, Confidence, Score
from mentoring.consent import ShoutOutState
from mentoring.feedback import RequestLine
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
from mentoring.pairs import PairState, Role
from mentoring.people import Celebrations, Person
from mentoring.picked import AboutMessage
from mentoring.promises import PartnerPromise, PromiseState
from mentoring.shared_goals import GoalLine
from mentoring.troubles import TroubleLine
from mentoring.wins import Audience
from tests.views.people import ANN, EXTREME, MAYA, OLU, TOM, TYPICAL, Cast
from tests.views.sample_check_ins import promises
from tests.views.sample_messages import LINK, asked
from tests.views.sample_reports import failing, stuck
from tests.views.sample_stories import journal

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
TODAY = date(2026, 3, 3)
SETTINGS = Settings("Europe/London", True, time(9), time(17), Celebrations.ASK)


def pictures() -> Iterator[tuple[str, HomePicture]]:
    yield "home-nobody", HomePicture(MAYA, NOW, SETTINGS, None, organisers=(OLU,))
    yield "home-wishing", _wishing(another=False)
    yield "home-wishing-another", _wishing(another=True)
    yield "home-nobody-no-organiser", HomePicture(MAYA, NOW, SETTINGS, None)
    yield "home-completed", _completed(TYPICAL, 1)
    yield "home-completed-extreme", _completed(EXTREME, 30)
    yield "home-invited", _invited()
    yield "home", picture(TYPICAL)
    yield "home-first", HomePicture(MAYA, NOW, SETTINGS, Step.PLAN_FIRST, pairs=(pair_card(TOM, sessions=0),))
    yield "home-add-my-side", _to_add()
    for name, step, card in (
        ("paused", Step.REST, replace(pair_card(TOM), state=PairState.PAUSED, paused_until=date(2026, 3, 23))),
        ("wrapping-up", Step.PLAN, replace(pair_card(TOM), state=PairState.WRAPPING_UP, ends_on=date(2026, 3, 15))),
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
        pairs=tuple(pair_card(partner, f"pair-{n}", sessions=5 * n) for n in many),
        promises_mine=partner_promises(cast, PromiseState.OPEN),
        proposals=partner_promises(cast, PromiseState.PROPOSED),
        promises_theirs=(*partner_promises(cast, PromiseState.OPEN), *partner_promises(cast, PromiseState.PROPOSED)),
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


def partner_promises(cast: Cast, state: PromiseState) -> tuple[PartnerPromise, ...]:
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
    cards = tuple(pair_card(TOM if n == 0 else ANN, f"pair-{n}") for n in range(pairs))
    noted = tuple(confidence(TYPICAL, f"pair-{n}", scores, list(Role)[n % 2]) for n in range(min(pairs, 3)))
    return HomePicture(
        MAYA, NOW, SETTINGS, Step.PREPARE, pairs=cards, confidence=noted, locale="en-GB",
        next_session=PlannedSession("s-2", "pair-0", TOM, datetime(2026, 3, 17, 15, 30, tzinfo=UTC)),
        preparation=preparation(TYPICAL) if pairs > 1 else Preparation(),
        left_out=LeftOut(confidence=pairs - len(noted)),
    )  # fmt: skip


def pair_card(partner: Person, id_: str = "pair-1", *, sessions: int = 5) -> PairCard:
    last_met = TODAY if sessions else None
    zone = "America/New_York"
    return PairCard(id_, Role.MENTEE, partner, zone, PairState.ACTIVE, 14, sessions, last_met)


def _completed(cast: Cast, organisers: int) -> HomePicture:
    """Somebody whose pair is completed, and who is in no other."""
    return HomePicture(
        cast.me, NOW, SETTINGS, None, completed=cast.pair(), organisers=(cast.organiser,) * organisers,
        wins=journal(cast), locale="en-GB",
    )  # fmt: skip


def _invited() -> HomePicture:
    invitation = Invitation("pair-1", Role.MENTEE, TOM, "Mentoring 2026", i_accepted=False)
    return HomePicture(MAYA, NOW, SETTINGS, Step.ANSWER_INVITATION, invitations=(invitation,), organisers=(OLU,))


def _to_add() -> HomePicture:
    to_add = UnansweredSession("s-1", "pair-1", TOM, TODAY)
    return HomePicture(MAYA, NOW, SETTINGS, Step.ADD_MY_SIDE, to_add=to_add, pairs=(pair_card(TOM),))


def _disputed_home() -> HomePicture:
    disputed = (DisputedSession(TOM, date(2026, 3, 2)),)
    return HomePicture(MAYA, NOW, SETTINGS, Step.PLAN, disputed=disputed, pairs=(pair_card(TOM),))


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
    pairs = (pair_card(TOM),) if another else ()
    step = Step.PLAN if another else None
    return HomePicture(MAYA, NOW, SETTINGS, step, pairs=pairs, my_wishes=mine, organisers=(OLU,))
