"""How a pair comes about: the introduction, and what becomes of it."""

from mentoring.beginnings import AskedAgain, Introduction, PairAgreed, PairDeclined, PairStarted
from mentoring.notices import Reader
from mentoring.pairs import LIVELY, PairState, Role
from views.blocks import Block, Confirmation, actions, button, context, section
from views.ids import ActionId
from views.markup import Markup, mention
from views.messages.message import Message
from views.wording import Wording


def introduction(content: Introduction, _reader: Reader, wording: Wording) -> Message:
    """What this is, who reads what, and accept or decline; once answered, how it stands."""
    rhythm = wording.say("rhythm-in-a-sentence", days=content.rhythm_days)
    return Message.of(
        section(_news(content, wording, again=False)),
        section(wording.markup("introduction-what", rhythm=rhythm)),
        section(wording.markup("introduction-readers", partner=content.partner.name)),
        *_first_step(content, wording),
    )


def asked_again(content: AskedAgain, _reader: Reader, wording: Wording) -> Message:
    """The question once more, with why it comes; once answered, how it stands."""
    asked = content.introduction
    news = _news(asked, wording, again=True)
    if asked.state is PairState.PROPOSED and not asked.i_accepted:
        step = [section(wording.markup("asked-again-why")), answer_buttons(asked.pair_id, asked.partner.name, wording)]
    else:
        step = _first_step(asked, wording)
    return Message.of(section(news), *step)


def answer_buttons(pair_id: str, partner: str, wording: Wording, *more: Block) -> Block:
    """Accept or decline an invitation, and what else can be done."""
    sure = Confirmation(
        wording.say("introduction-decline.title"),
        wording.say("introduction-decline.text", partner=partner),
        wording.say("introduction-decline.yes"),
        wording.say("introduction-decline.no"),
    )
    return actions(
        button(wording.say("introduction-accept"), ActionId.ACCEPT_PAIR, pair_id, primary=True),
        button(wording.say("introduction-decline"), ActionId.DECLINE_PAIR, pair_id, confirm=sure),
        *more,
    )


def _news(content: Introduction, wording: Wording, *, again: bool) -> Markup:
    """Who would like them to be a pair: an organiser, who may be one of the two."""
    by = "reader" if content.organiser is None else "partner" if content.organiser == content.partner else "other"
    return wording.markup(
        "asked-again-news" if again else "introduction-news",
        by=by,
        role=content.role.value,
        partner=content.partner.name,
        organiser=content.organiser.name if content.organiser else "",
        programme=content.programme,
    )


def _first_step(content: Introduction, wording: Wording) -> list[Block]:
    partner = content.partner.name
    if content.state in LIVELY:
        return [section(wording.markup("introduction-begun", partner=partner))]
    if content.state is not PairState.PROPOSED:
        return [section(wording.markup("introduction-over"))]
    if content.i_accepted:
        return [section(wording.markup("introduction-waits", partner=partner))]
    return [
        section(wording.markup("introduction-question")),
        answer_buttons(content.pair_id, partner, wording, button(wording.say("button-privacy"), ActionId.SHOW_PRIVACY)),
    ]


def pair_declined(content: PairDeclined, _reader: Reader, wording: Wording) -> Message:
    """It does not come about; no reason is given."""
    if content.role is None:
        return Message.of(
            section(wording.markup("declined-organiser", mentor=content.mentor.name, mentee=content.mentee.name)),
            actions(button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM)),
        )
    partner = content.mentee if content.role is Role.MENTOR else content.mentor
    return Message.of(section(wording.markup("declined-partner", partner=partner.name)))


def pair_agreed(content: PairAgreed, _reader: Reader, wording: Wording) -> Message:
    """Both accepted."""
    return Message.of(
        section(wording.markup("agreed", mentor=content.mentor.name, mentee=content.mentee.name)),
    )


def pair_started(content: PairStarted, _reader: Reader, wording: Wording) -> Message:
    """Here is each other, and a way to begin."""
    rhythm = wording.say("rhythm-in-a-sentence", days=content.rhythm_days)
    mentor, mentee = content.mentor, content.mentee
    if content.is_group:
        news = wording.markup("started-group", mentor=mentor.name, mentee=mentee.name)
        place = wording.markup("started-group.place")
    else:
        # A mention is the way to each other's direct messages.
        news = wording.markup("started-alone", mentor=mention(mentor.user), mentee=mention(mentee.user))
        place = wording.markup("started-alone.place")
    return Message.of(
        section(news),
        section(wording.markup("started-begin", rhythm=rhythm)),
        actions(
            button(wording.say("button-plan-first"), ActionId.OPEN_PLAN, content.pair_id, primary=True),
            button(wording.say("button-log-first"), ActionId.LOG_CHECK_IN, content.pair_id),
        ),
        context(place),
    )
