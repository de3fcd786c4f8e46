"""The story of pairs as a modal, and one of somebody's pairs with what can be done about it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from mentoring.consent import ShoutOutState
from mentoring.feedback import Afterwards, Given, Reaction
from mentoring.goals import GoalWords
from mentoring.home import PairCard, WinLine
from mentoring.horizon import Answers
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.pair_pages import PairPages
from mentoring.pairs import PairState, Role
from mentoring.picked import AboutMessage
from mentoring.pulses import Worth
from mentoring.reviews import CHOICES, QUESTIONS, Answer, Question, ReviewKind
from mentoring.sessions import SessionKind
from mentoring.shared_goals import GoalState
from mentoring.story import (
    ENTRIES_A_PAGE,
    Agreed,
    Entry,
    FeedbackTold,
    GoalChanged,
    GoalTold,
    HorizonTold,
    LookedBack,
    Met,
    Moment,
    PairTold,
    Part,
    PulseTold,
    Reached,
    Shared,
    StoryPage,
    Thanked,
    Ticked,
    Won,
)
from mentoring.wins import Audience
from tests.views.people import EXTREME, MAYA, TOM, TYPICAL, Cast
from tests.views.sample_messages import LINK
from views.blocks import View
from views.forms.pairs import pair_page, pairs_form
from views.forms.story import story_form
from views.wording import Wording

TODAY = date(2026, 3, 3)
ANSWERS = Answers(("slow", "skill", "unsaid", "right", "very"))


def story_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    pair = TYPICAL.pair()
    page = StoryPage(MAYA, entries(TYPICAL), (pair,), locale="en-GB")
    yield "form-story", story_form(page, wording)
    several = (pair, replace(pair, id="pair-2", role=Role.MENTEE))
    middle = replace(page, entries=page.entries[:2], pairs=several, pair_id="pair-2", skipped=8, has_older=True)
    yield "form-story-of-several", story_form(middle, wording)
    yield "form-story-empty", story_form(StoryPage(MAYA, part=Part.FEEDBACK), wording)
    everybody = tuple(EXTREME.pair(f"pair-{n}") for n in range(150))
    extreme = StoryPage(EXTREME.me, (), everybody, "pair-3", Part.WINS, 8, True)
    yield "form-story-of-everybody-extreme", story_form(extreme, wording)
    for n, entry in enumerate(entries(EXTREME)):
        whole = replace(extreme, entries=(entry,) * ENTRIES_A_PAGE, pairs=everybody[:2])
        yield f"form-story-{n}-extreme-{type(entry).__name__}", story_form(whole, wording)
    yield from _pairs(wording)


def _pairs(wording: Wording) -> Iterator[tuple[str, View]]:
    card = PairCard("pair-1", Role.MENTEE, TOM, "America/New_York", PairState.ACTIVE, 14, 5, TODAY)
    pages = PairPages((card,), "Europe/London", TODAY, "en-GB")
    yield "form-pair-page", pair_page(pages, wording, has_others=False)
    ends = replace(card, state=PairState.WRAPPING_UP, ends_on=date(2026, 3, 15))
    yield "form-pair-page-wrapping-up", pair_page(replace(pages, pairs=(ends,)), wording, has_others=True)
    yield "form-pairs", pairs_form(replace(pages, pairs=(card, ends)), wording)
    long = replace(card, partner=EXTREME.partner)
    yield "form-pairs-extreme", pairs_form(replace(pages, pairs=(long,) * 200), wording)


def entries(cast: Cast) -> tuple[Entry, ...]:
    """One of each, over three months, the newest first."""
    words, partner = cast.words, cast.partner

    def moment(days: int) -> Moment:
        at = datetime(2026, 3, 3, 10, tzinfo=UTC) - timedelta(days=days)
        return Moment(at.date(), at, partner)

    afterwards = Afterwards(Reaction.FITS, words)
    return (
        Met(
            moment(0),
            Role.MENTEE,
            SessionKind.SESSION,
            words,
            words,
            words,
            4,
            PulseTold(Worth.PARTLY, words),
            PulseTold(Worth.WELL, words),
        ),
        Met(
            moment(0),
            Role.MENTOR,
            SessionKind.SESSION,
            pulse=PulseTold(Worth.WELL, None),
            partners_pulse=PulseTold(None, words),
        ),
        Met(moment(1), Role.MENTOR, SessionKind.COFFEE_CHAT, words, feeling=5, is_disputed=True),
        Met(moment(2), Role.MENTOR, SessionKind.WRITTEN),
        *(Won(moment(3 + n), win) for n, win in enumerate(journal(cast))),
        *(Won(moment(6), meant_for_channel(cast, post)) for post in ShoutOutState),
        GoalTold(moment(10), GoalWords(words, words, TODAY), GoalState.REACHED),
        GoalTold(moment(20), GoalWords(words), GoalState.DROPPED),
        GoalChanged(moment(22), GoalWords(words, words, TODAY), GoalState.OPEN),
        GoalChanged(moment(23), GoalWords(words), GoalState.REACHED),
        Ticked(moment(24), words[:150], words),
        *(_looked_back(cast, moment(25), kind) for kind in ReviewKind),
        LookedBack(moment(26), ReviewKind.END, Role.MENTOR, (Answer(Question.TAKES_ALONG, words),), is_mine=False),
        *(Thanked(moment(27), words, is_mine) for is_mine in (True, False)),
        *(HorizonTold(moment(28), ANSWERS, is_compared) for is_compared in (True, False)),
        FeedbackTold(moment(30), Given(words, words, words), Role.MENTOR, False, afterwards),
        FeedbackTold(moment(31), Given(words), Role.MENTEE, True, Afterwards(None, words)),
        Shared(moment(40), words, True),
        Shared(moment(41), words, False),
        Reached(moment(42), Milestone(MilestoneKind.SESSIONS, "10")),
        *(Reached(moment(43), Milestone(kind)) for kind in (MilestoneKind.HALF_WAY, MilestoneKind.YEAR)),
        Reached(moment(43), Milestone(MilestoneKind.FIRST_SESSION)),
        GoalTold(moment(50), GoalWords(words, words, TODAY), GoalState.OPEN),
        *(Agreed(moment(50), is_first) for is_first in (False, True)),
        PairTold(moment(51), Role.MENTOR, PairState.COMPLETED),
        PairTold(moment(52), Role.MENTOR, PairState.ENDED_EARLY),
        *(PairTold(moment(53), role, PairState.ACTIVE) for role in Role),
    )


def _looked_back(cast: Cast, moment: Moment, kind: ReviewKind) -> LookedBack:
    """A form of the reader's own, all of it answered."""
    answers = tuple(Answer(each, CHOICES[each][0] if each in CHOICES else cast.words) for each in QUESTIONS[kind])
    has_shared = kind is ReviewKind.ECHO
    return LookedBack(moment, kind, Role.MENTEE, answers, is_mine=True, has_shared=has_shared, months=6)


def journal(cast: Cast) -> tuple[WinLine, ...]:
    """A win for each who may see it."""
    message = AboutMessage(LINK, cast.partner)
    return (
        *(WinLine(cast.me, cast.words, each, TODAY, message, "win-1") for each in (Audience.ME, Audience.PARTNER)),
        meant_for_channel(cast, ShoutOutState.NOT_POSTED),
    )


def meant_for_channel(cast: Cast, post: ShoutOutState) -> WinLine:
    """A win of which a post was to be made."""
    return WinLine(cast.me, cast.words, Audience.CHANNEL, TODAY, AboutMessage(LINK, cast.partner), post=post)
