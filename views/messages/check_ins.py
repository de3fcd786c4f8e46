"""Check-ins: the writer's summary, and the partner's news."""

from collections.abc import Sequence
from datetime import date

from mentoring.check_in_news import CheckInSaved, CheckInWithdrawn, PartnerCheckedIn
from mentoring.notices import Reader
from mentoring.promises import PromiseLine, PromiseState
from views.blocks import Block, actions, button, context, section
from views.checkpoints import checkpoint_words
from views.ids import ActionId
from views.messages.disputes import my_denial, withdraw_button
from views.messages.message import Message
from views.messages.pulses import pulse_blocks
from views.promises import bulleted, promise_words, proposal
from views.wording import Wording, dates

# Each takes two blocks, and a message has room for 50. All of them are in App Home.
MOST_PROPOSALS = 8


def check_in_saved(content: CheckInSaved, reader: Reader, wording: Wording) -> Message:
    """What was saved and who reads it. What is private is only said to be kept."""
    partner = content.partner.name
    day, kind = dates.day(content.happened_on, reader.locale), content.kind.name.lower()
    blocks = [section(wording.markup("saved-news", partner=partner, day=day, kind=kind))]
    if content.notes:
        blocks += _titled(wording.markup("saved-notes", partner=partner), content.notes)
    if content.my_promises:
        title = wording.markup("saved-my-promises", partner=partner)
        blocks += _listed(title, content.my_promises, content.happened_on, reader, wording, suggested=False)
    if content.their_promises:
        title = wording.markup("saved-their-promises", partner=partner)
        blocks += _listed(title, content.their_promises, content.happened_on, reader, wording, suggested=True)
    if content.ticked:
        title = wording.markup("saved-checkpoints", partner=partner)
        blocks += [
            context(title),
            *bulleted([checkpoint_words(each, reader.locale, wording) for each in content.ticked]),
        ]
    blocks += _next_session(content, reader, wording)
    if content.keeps_private:
        blocks.append(section(wording.markup("saved-private")))
    has_open = any(promise.state is PromiseState.OPEN for promise in content.my_promises)
    return Message.of(
        *blocks,
        context(wording.markup("saved-next", partner=partner, state=_state(content))),
        *pulse_blocks(content.pulse, wording),
        *_lighter(content, wording),
        # Last: where a message is told in short, this row stays.
        actions(
            button(wording.say("button-win"), ActionId.CELEBRATE),
            button(wording.say("button-agenda"), ActionId.ADD_TO_AGENDA, content.pair_id),
            *([button(wording.say("button-promises"), ActionId.OPEN_PROMISES)] if has_open else []),
            button(wording.say("button-edit"), ActionId.EDIT_CHECK_IN, content.check_in_id),
            withdraw_button(wording.say("button-withdraw"), content.check_in_id, partner, wording),
        ),
    )


def partner_checked_in(content: PartnerCheckedIn, reader: Reader, wording: Wording) -> Message:
    """What the partner shared and proposes, and one tap to add one's own side, or to say that they did not meet."""
    if content.dispute:
        return Message.of(*my_denial(content, content.dispute, reader, wording))
    partner = content.partner.name
    day, kind = dates.day(content.happened_on, reader.locale), content.kind.name.lower()
    blocks = [section(wording.markup("logged-news", partner=partner, day=day, kind=kind))]
    if content.notes:
        blocks += _titled(wording.markup("logged-notes", partner=partner), content.notes)
    if content.their_promises:
        title = wording.markup("logged-promises", partner=partner)
        blocks += _listed(title, content.their_promises, content.happened_on, reader, wording, suggested=False)
    if content.ticked:
        title = wording.markup("logged-checkpoints", partner=partner)
        blocks += [
            context(title),
            *bulleted([checkpoint_words(each, reader.locale, wording) for each in content.ticked]),
        ]
    blocks += _proposals(content, reader, wording)
    blocks += _next_session(content, reader, wording)
    return Message.of(*blocks, *_my_side(content, wording))


def check_in_withdrawn(content: CheckInWithdrawn, reader: Reader, wording: Wording) -> Message:
    """What was told of it is told no more."""
    day = dates.day(content.happened_on, reader.locale)
    if content.was_asked:
        return Message.of(section(wording.markup("withdrawn-settled", partner=content.partner.name, day=day)))
    whose = "mine" if content.is_mine else "theirs"
    return Message.of(section(wording.markup("withdrawn", whose=whose, partner=content.partner.name, day=day)))


def _lighter(content: CheckInSaved, wording: Wording) -> list[Block]:
    """To the writer alone, and without saying why: what the partner sees is not touched by it."""
    if not content.weighs:
        return []
    lighter = button(wording.say("button-lighter"), ActionId.LIGHTER_SESSION, content.pair_id)
    return [section(wording.markup("saved-lighter"), lighter)]


def _proposals(content: PartnerCheckedIn, reader: Reader, wording: Wording) -> list[Block]:
    if not content.proposals:
        return []
    shown, left = content.proposals[:MOST_PROPOSALS], len(content.proposals) - MOST_PROPOSALS
    title = wording.markup("logged-proposals", partner=content.partner.name, count=len(content.proposals))
    blocks = [context(title)]
    for promise in shown:
        blocks += proposal(promise, reader.locale, wording, today=content.happened_on)
    if left > 0:
        blocks.append(context(wording.markup("logged-more-proposals", count=left)))
    return blocks


def _next_session(content: CheckInSaved | PartnerCheckedIn, reader: Reader, wording: Wording) -> list[Block]:
    """When they meet next, with the way into one's calendar; App Home has what else can be done about it."""
    if content.next_at is None:
        return []
    at, on = dates.time_of(content.next_at, reader), dates.day_of(content.next_at, reader)
    add = button(wording.say("button-add-to-calendar"), ActionId.ADD_TO_CALENDAR, content.next_id)
    return [section(wording.markup("next-session", day=on, time=at), add if content.next_id else None)]


def _my_side(content: PartnerCheckedIn, wording: Wording) -> list[Block]:
    if content.added_mine:
        return [context(wording.markup("logged-added"))]
    return [
        section(wording.markup("logged-question")),
        actions(
            button(wording.say("button-add-my-side"), ActionId.ADD_MY_SIDE, content.session_id, primary=True),
            button(wording.say("button-did-not-meet"), ActionId.DID_NOT_MEET, content.session_id),
        ),
    ]


def _state(content: CheckInSaved) -> str:
    if content.is_disputed:
        return "disputed"
    return "both" if content.partner_logged else "mine"


def _listed(
    title: str, promises: Sequence[PromiseLine], day: date, reader: Reader, wording: Wording, *, suggested: bool
) -> list[Block]:
    lines = [promise_words(promise, reader.locale, wording, today=day, suggested=suggested) for promise in promises]
    return [context(title), *bulleted(lines)]


def _titled(title: str, words: str) -> list[Block]:
    return [context(title), section(words)]
