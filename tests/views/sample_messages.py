"""One message for every way that a notice can read, as tiny, typical and extreme as it gets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from mentoring.beginnings import AskedAgain, Introduction, PairAgreed, PairDeclined, PairStarted
from mentoring.celebrations import (
    ChannelClosed,
    ConsentAsked,
    Digest,
    NoLongerAsked,
    NotPosted,
    ShoutOutText,
    WinSaved,
    WinShared,
)
from mentoring.consent import Answer, ShoutOutState
from mentoring.forms import Menu
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.notices import BroughtToSession, Content, Help, OffTheAgenda, OrganiserNamed, OrganiserReleased, Reader
from mentoring.pairs import PairState, Role
from mentoring.partings import EndSaved, PairEnded, PersonLeft, ProposalWithdrawn
from mentoring.picked import AboutMessage
from mentoring.shout_outs import MOST_IN_A_DIGEST
from mentoring.widening import Widening
from mentoring.wins import Audience
from tests.views.people import ANN, EXTREME, TYPICAL, Cast
from tests.views.sample_agreements import agreement_contents
from tests.views.sample_check_ins import NEXT, check_in_contents, logged, saved
from tests.views.sample_feedback import feedback_contents
from tests.views.sample_goals import goal_contents
from tests.views.sample_horizon import horizon_contents
from tests.views.sample_nudges import all_nudges
from tests.views.sample_pauses import pauses
from tests.views.sample_plans import plan_contents
from tests.views.sample_pulses import pulse_contents
from tests.views.sample_reports import all_reports, weeks
from tests.views.sample_reviews import review_contents
from views.messages import Message, merge, render
from views.messages.help import (
    empty_journal,
    help_message,
    menu_message,
    no_pair,
    no_promises,
    not_a_pair_with,
    unknown_word,
)
from views.messages.pauses import nothing_rests
from views.messages.privacy import privacy
from views.wording import Wording

LONDON = Reader("Europe/London", "en-GB")
NEW_YORK = Reader("America/New_York", "en-US")
LINK = "https://acme.slack.com/archives/C0HALL/p1700000000000100?thread_ts=1600000000.000100&cid=C0HALL"


def all_messages(wording: Wording) -> Iterator[tuple[str, Message]]:
    for name, content in contents():
        yield name, render(content, LONDON, wording)
    yield from all_nudges(LONDON, wording)
    yield from all_reports(wording)
    yield "check-in-saved-new-york", render(saved(TYPICAL), NEW_YORK, wording)
    yield from _answers(wording)
    yield from _merged(wording)


def contents() -> Iterator[tuple[str, Content]]:
    """Every kind of content."""
    yield from _introductions()
    yield from _endings()
    yield from pauses()
    yield from check_in_contents()
    yield from feedback_contents()
    yield from pulse_contents()
    yield from horizon_contents()
    yield from plan_contents()
    yield from review_contents()
    yield from _wins()
    yield from _consent()
    yield "channel-closed", ChannelClosed("Mentoring", "C0WINS")
    yield from _organisers()
    yield from agreement_contents()
    yield from goal_contents()
    yield from weeks()
    yield "help", Help(has_pair=True, awaits_answer=False, waits_to_begin=False, is_organiser=False)
    yield "help-in-no-pair", Help(has_pair=False, awaits_answer=False, waits_to_begin=False, is_organiser=False)


def _organisers() -> Iterator[tuple[str, Content]]:
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        programme = "Mentoring 2026" if cast is TYPICAL else cast.words[:80]
        yield f"organiser-named{size}", OrganiserNamed(programme, cast.organiser, still=True)
        yield f"organiser-released{size}", OrganiserReleased(programme, cast.organiser)
    yield "organiser-named-over", OrganiserNamed("Mentoring 2026", TYPICAL.organiser, still=False)
    yield "organiser-released-self", OrganiserReleased("Mentoring 2026", None)


def _introductions() -> Iterator[tuple[str, Content]]:
    for name, state, mine, theirs in (
        ("asked", PairState.PROPOSED, False, False),
        ("accepted", PairState.PROPOSED, True, False),
        ("begun", PairState.ACTIVE, True, True),
        ("closed", PairState.ENDED_EARLY, False, True),
    ):
        yield f"introduction-{name}", _introduction(TYPICAL, Role.MENTOR, state, mine, theirs)
    yield "introduction-mentee", _introduction(TYPICAL, Role.MENTEE, PairState.PROPOSED, False, True)
    yield "introduction-extreme", _introduction(EXTREME, Role.MENTEE, PairState.PROPOSED, False, False)
    usual = _introduction(TYPICAL, Role.MENTOR, PairState.PROPOSED, False, False)
    yield "introduction-by-the-reader", replace(usual, organiser=None)
    yield "introduction-by-the-partner", replace(usual, role=Role.MENTEE, organiser=usual.partner)
    yield "asked-again", AskedAgain(_introduction(TYPICAL, Role.MENTOR, PairState.PROPOSED, False, True))
    yield "asked-again-answered", AskedAgain(_introduction(TYPICAL, Role.MENTEE, PairState.PROPOSED, True, False))
    yield "asked-again-extreme", AskedAgain(_introduction(EXTREME, Role.MENTEE, PairState.PROPOSED, False, False))
    yield "declined-partner", PairDeclined(TYPICAL.me, TYPICAL.partner, Role.MENTOR)
    yield "declined-organiser", PairDeclined(TYPICAL.me, TYPICAL.partner, None)
    yield "agreed", PairAgreed(TYPICAL.me, TYPICAL.partner)
    yield "started-group", PairStarted("pair-1", TYPICAL.me, TYPICAL.partner, 14, is_group=True)
    yield "started-alone", PairStarted("pair-1", TYPICAL.me, TYPICAL.partner, 10, is_group=False)


def _endings() -> Iterator[tuple[str, Content]]:
    me, partner = TYPICAL.me, TYPICAL.partner
    yield "end-saved", EndSaved(partner, NEXT, another_match=True)
    yield "end-saved-tiny", EndSaved(partner, None, another_match=False, tells_partner=False)
    yield "ended-partner", PairEnded(me, partner, Role.MENTOR, NEXT)
    yield "ended-organiser", PairEnded(me, partner, None)
    yield "ended-organiser-wish", PairEnded(me, partner, None, wishing=(me, partner))
    yield "ended-extreme", PairEnded(EXTREME.me, EXTREME.partner, None, wishing=(EXTREME.me, EXTREME.partner))
    yield "left-partner", PersonLeft(me, partner, is_partner=True, had_begun=True, cancelled=NEXT)
    yield "left-proposed", PersonLeft(me, partner, is_partner=True, had_begun=False)
    for begun in (True, False):
        yield f"left-organiser-{'begun' if begun else 'proposed'}", PersonLeft(me, partner, False, begun)
    yield "proposal-withdrawn", ProposalWithdrawn(partner)


def _introduction(cast: Cast, role: Role, state: PairState, mine: bool, theirs: bool) -> Introduction:
    return Introduction("pair-1", role, cast.partner, cast.organiser, "Mentoring 2026", 14, state, mine, theirs)


def _wins() -> Iterator[tuple[str, Content]]:
    words, partner = "I led the retro, and it was calm.", TYPICAL.partner
    yield "win-kept", WinSaved(Audience.ME, None, None, (), None, None)
    both, channel = Widening("win-1", partner, to_channel=True), Widening("win-1", None, to_channel=True)
    yield "win-kept-to-share", WinSaved(Audience.ME, None, None, (), None, None, widening=both)
    yield "win-saved-to-post", WinSaved(Audience.PARTNER, words, partner, (), None, None, widening=channel)
    long = Widening("win-1", EXTREME.partner, to_channel=False)
    yield "win-kept-extreme", WinSaved(Audience.ME, None, None, (), None, None, widening=long)
    yield "win-saved-partner", WinSaved(Audience.PARTNER, words, partner, (), None, None)
    for state in ShoutOutState:
        yield (
            f"win-saved-{state.name.lower()}",
            WinSaved(Audience.CHANNEL, words, None, (partner, ANN), "C0WINS", state),
        )
    yield (
        "win-saved-extreme",
        WinSaved(Audience.CHANNEL, EXTREME.words, None, (EXTREME.me,) * 10, None, ShoutOutState.ASKING),
    )
    yield "win-shared", WinShared(TYPICAL.partner, words)
    yield "win-not-posted", NotPosted(words)
    brought = BroughtToSession("item-1", partner, "How to say no", AboutMessage(LINK), NEXT, is_discussed=False)
    yield "brought", brought
    yield "brought-without-a-plan", replace(brought, next_at=None, message=None)
    yield "brought-discussed", replace(brought, is_discussed=True)
    yield "brought-extreme", replace(brought, partner=EXTREME.partner, words=EXTREME.words)
    yield "off-the-agenda", OffTheAgenda(partner)
    yield "post-win", _win_post(TYPICAL)
    yield "post-win-unnamed", _win_post_unnamed(TYPICAL)
    yield "post-win-message", replace(_win_post(TYPICAL), message=AboutMessage(LINK, TYPICAL.partner))
    yield "win-shared-message", WinShared(TYPICAL.partner, words, AboutMessage(LINK))
    yield "post-win-extreme", _win_post(EXTREME)
    milestone = _milestone_posts(Milestone(MilestoneKind.FIRST_SESSION))[1]
    yield "digest", Digest((_win_post(TYPICAL), milestone, _win_post_unnamed(TYPICAL)))
    whole = replace(_win_post(EXTREME), message=AboutMessage(LINK, EXTREME.partner))
    yield "digest-extreme", Digest((whole,) * MOST_IN_A_DIGEST)
    waits = WinSaved(Audience.CHANNEL, words, None, (), "C0WINS", ShoutOutState.AGREED, NEXT)
    yield "win-saved-digest", waits
    for kind in MilestoneKind:
        named, hidden = _milestone_posts(Milestone(kind, "10" if kind is MilestoneKind.SESSIONS else ""))
        yield f"post-{kind.name.lower()}", named
        yield f"post-{kind.name.lower()}-unnamed", hidden


def _win_post(cast: Cast) -> ShoutOutText:
    words = f"Tom Reid helped me lead the retro. {cast.words}"[:3_000]
    return ShoutOutText((cast.me, cast.partner), (), cast.me, words, (cast.partner,))


def _win_post_unnamed(cast: Cast) -> ShoutOutText:
    words = f"Tom Reid helped me lead the retro. {cast.words}"[:3_000]
    return ShoutOutText((), (cast.me, cast.partner), None, words)


def _milestone_posts(milestone: Milestone) -> tuple[ShoutOutText, ShoutOutText]:
    both = (TYPICAL.me, TYPICAL.partner)
    return ShoutOutText(both, milestone=milestone), ShoutOutText((), both, milestone=milestone)


def _consent() -> Iterator[tuple[str, Content]]:
    yield "consent-asked", asked(TYPICAL, None, ShoutOutState.ASKING)
    yield "consent-asked-extreme", asked(EXTREME, None, ShoutOutState.ASKING)
    for answer in Answer:
        yield f"consent-{answer.value}", asked(TYPICAL, answer, ShoutOutState.ASKING)
    yield "consent-posted", asked(TYPICAL, Answer.YES, ShoutOutState.POSTED)
    yield "consent-too-late", asked(TYPICAL, None, ShoutOutState.NOT_POSTED)
    yield "consent-no-longer", NoLongerAsked()
    named, hidden = _milestone_posts(Milestone(MilestoneKind.FIRST_SESSION))
    until = NEXT + timedelta(hours=72)
    yield "consent-milestone", ConsentAsked("post-1", named, hidden, None, None, ShoutOutState.ASKING, until)


def asked(cast: Cast, answer: Answer | None, state: ShoutOutState) -> ConsentAsked:
    until = NEXT + timedelta(hours=72)
    return ConsentAsked("post-1", _win_post(cast), _win_post_unnamed(cast), "C0WINS", answer, state, until)


def _answers(wording: Wording) -> Iterator[tuple[str, Message]]:
    in_a_pair = Menu(has_pair=True, awaits_answer=False, is_organiser=False, may_become_organiser=False)
    invited = Menu(has_pair=False, awaits_answer=True, is_organiser=False, may_become_organiser=False)
    nobody = Menu(has_pair=False, awaits_answer=False, is_organiser=False, may_become_organiser=False)
    organiser = Menu(has_pair=True, awaits_answer=True, is_organiser=True, may_become_organiser=False)
    for name, menu in (("pair", in_a_pair), ("invited", invited), ("nobody", nobody), ("organiser", organiser)):
        yield f"menu-{name}", menu_message(menu, wording)
        yield f"help-{name}", help_message(menu, wording)
    yield "no-promises", no_promises(wording)
    yield "nothing-rests", nothing_rests(wording)
    yield "empty-journal", empty_journal(wording)
    yield "unknown-word", unknown_word("dance", nobody, wording)
    yield "unknown-word-extreme", unknown_word(EXTREME.words, organiser, wording)
    yield "no-pair", no_pair(nobody, (TYPICAL.organiser,), wording)
    yield "no-pair-extreme", no_pair(nobody, (EXTREME.organiser,) * 30, wording)
    yield "no-pair-no-organiser", no_pair(nobody, (), wording)
    yield "no-pair-yet", no_pair(replace(nobody, waits_to_begin=True), (TYPICAL.organiser,), wording)
    yield "no-pair-invited", no_pair(invited, (TYPICAL.organiser,), wording)
    yield "unknown-word-invited", unknown_word("dance", invited, wording)
    yield "no-pair-organiser", no_pair(replace(nobody, is_organiser=True), (TYPICAL.organiser,), wording)
    yield "not-a-pair-with", not_a_pair_with("U0ANN", (TYPICAL.pair(),), wording)
    yield "not-a-pair-with-extreme", not_a_pair_with("U0ANN", (EXTREME.pair(),) * 200, wording)
    yield "privacy", privacy(wording)


def _merged(wording: Wording) -> Iterator[tuple[str, Message]]:
    two = (logged(TYPICAL, added_mine=False), WinShared(TYPICAL.partner, "I led the retro."))
    yield "merged", merge([render(content, LONDON, wording) for content in two], wording)
    many = [render(logged(EXTREME, added_mine=False), LONDON, wording)] * 5
    yield "merged-extreme", merge(many, wording)
