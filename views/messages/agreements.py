"""What is told of an agreement: that it is proposed, made or still right; and, in time, whether there is one."""

from mentoring.agreements import AgreementConfirmed, AgreementMade, AgreementProposed, AgreementState, Version
from mentoring.notices import Reader
from mentoring.nudge_contents import AgreementDue
from views.agreements import changes, terms_at_a_glance, terms_in_full
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording, dates


def agreement_proposed(content: AgreementProposed, _reader: Reader, wording: Wording) -> Message:
    """To whoever is to agree: what is new, and three answers; to whoever proposed it: that it waits. Or what became."""
    version, partner = content.version, content.partner.name
    if content.is_over or version.state is not AgreementState.WAITING:
        return _became(content, wording)
    kind = _kind(version)
    change = button(wording.say("button-change-agreement"), ActionId.CHANGE_AGREEMENT, content.pair_id)
    read = button(wording.say("button-read-agreement"), ActionId.OPEN_AGREEMENT, content.pair_id)
    if version.by_me:
        withdraw = button(wording.say("button-withdraw-agreement"), ActionId.WITHDRAW_AGREEMENT, version.id)
        return Message.of(
            section(wording.markup("agreement-proposed-mine", kind=kind, partner=partner)),
            actions(read, change, withdraw),
        )
    agree = button(wording.say("button-agree"), ActionId.AGREE, version.id, primary=True)
    new = [*changes(version, wording), context(wording.markup("agreement-same"))]
    in_full = terms_in_full(version.terms, content.rhythm_days, wording)
    return Message.of(
        section(wording.markup("agreement-proposed", kind=kind, partner=partner)),
        *(new if version.before else in_full),
        actions(agree, change, *([read] if version.before else [])),
        context(wording.markup("agreement-proposed-next", partner=partner)),
    )


def agreement_made(content: AgreementMade, _reader: Reader, wording: Wording) -> Message:
    """To both: it holds from now on, perhaps at another rhythm."""
    by = "me" if content.by_me else "partner"
    rhythm = []
    if content.rhythm_days:
        words = wording.say("rhythm-in-a-sentence", days=content.rhythm_days)
        rhythm = [section(wording.markup("agreement-made-rhythm", rhythm=words))]
    return Message.of(
        section(wording.markup("agreement-made", by=by, partner=content.partner.name)),
        *rhythm,
        context(wording.markup("agreement-made-next")),
        actions(button(wording.say("button-agreement"), ActionId.OPEN_AGREEMENT, content.pair_id)),
    )


def agreement_confirmed(content: AgreementConfirmed, _reader: Reader, wording: Wording) -> Message:
    """To the partner: the other says that it is still right."""
    return Message.of(
        section(wording.markup("agreement-still-right", partner=content.partner.name)),
        context(wording.markup("agreement-still-right-next")),
        actions(button(wording.say("button-agreement"), ActionId.OPEN_AGREEMENT, content.pair_id)),
    )


def agreement_due(content: AgreementDue, _reader: Reader, wording: Wording) -> Message:
    """A nudge: there is none, or one waits for the reader, or the one that holds is to be looked at again."""
    about, version = content.about, content.version
    asks = section(wording.markup("nudge-agreement", step=about.step, partner=about.partner.name))
    more = context(wording.markup("nudge-agreement-next", step=about.step, partner=about.partner.name))
    change = button(wording.say("button-change-agreement"), ActionId.CHANGE_AGREEMENT, about.pair_id)
    if version is None:
        propose = wording.say("button-propose-agreement")
        return Message.of(asks, more, actions(button(propose, ActionId.OPEN_AGREEMENT, about.pair_id, primary=True)))
    if version.state is AgreementState.WAITING:
        answer = button(wording.say("button-agree"), ActionId.AGREE, version.id, primary=True)
        read = [button(wording.say("button-read-agreement"), ActionId.OPEN_AGREEMENT, about.pair_id)]
    else:
        answer = button(wording.say("button-still-right"), ActionId.STILL_RIGHT, version.id, primary=True)
        read = []
    return Message.of(
        asks,
        terms_at_a_glance(version.terms, wording),
        *_rhythm_since(content, wording),
        more,
        actions(answer, change, *read),
    )


def _kind(version: Version) -> str:
    if version.before is None:
        return "new"
    return "answer" if version.answers else "change"


def _rhythm_since(content: AgreementDue, wording: Wording) -> list[Block]:
    version, days = content.version, content.about.rhythm_days
    if version is None or version.state is AgreementState.WAITING or version.terms.rhythm_days == days:
        return []
    rhythm = wording.say("rhythm-in-a-sentence", days=days)
    return [context(wording.markup("agreement-rhythm-since", rhythm=rhythm))]


def _became(content: AgreementProposed, wording: Wording) -> Message:
    version, partner = content.version, content.partner.name
    if version.state is AgreementState.WAITING:
        return Message.of(section(wording.markup("agreement-became-over", partner=partner)))
    facts = {"by": "me" if version.by_me else "partner", "partner": partner}
    facts["day"] = dates.day(version.settled_on or version.on, content.locale)
    return Message.of(section(wording.markup(f"agreement-became-{version.state.value}", **facts)))
