"""The horizon check in messages: the nudge that asks, and what both are told, in the same words."""

from mentoring.horizon import COMPARED, Card, CardState, HorizonCompared, Subject
from mentoring.notices import Reader
from mentoring.nudge_contents import HorizonCheck
from views.blocks import Block, actions, button, context, divider, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def horizon_check(content: HorizonCheck, _reader: Reader, wording: Wording) -> Message:
    """To each: that it is open. Nothing in it depends on what their partner has done."""
    about = content.about
    return Message.of(
        section(wording.markup("nudge-horizon", step=about.step, partner=about.partner.name)),
        context(wording.markup("nudge-horizon-next")),
        actions(button(wording.say("button-horizon-answer"), ActionId.OPEN_HORIZON, about.pair_id, primary=True)),
    )


def horizon_compared(content: HorizonCompared, _reader: Reader, wording: Wording) -> Message:
    """To both: that they see it alike, or each card with a way to begin."""
    partner, count = content.partner.name, len(content.cards)
    if not content.cards:
        return Message.of(
            section(wording.markup("horizon-alike", partner=partner)), context(wording.markup("horizon-alike-next"))
        )
    plan = button(wording.say("button-plan-with"), ActionId.OPEN_PLAN, content.pair_id)
    return Message.of(
        section(wording.markup("horizon-different", count=count, partner=partner)),
        *(block for card in content.cards for block in _card(card, content, wording)),
        divider(),
        *([] if content.is_over else [actions(plan)]),
        context(wording.markup("horizon-different-next", count=count, partner=partner)),
    )


def agenda_words(wording: Wording) -> dict[Subject, str]:
    """What each subject is called on the list for a session."""
    return {subject: wording.say(f"horizon-agenda-{subject}") for subject in COMPARED}


def _card(card: Card, content: HorizonCompared, wording: Wording) -> list[Block]:
    blocks = [
        divider(),
        section(wording.markup(f"horizon-card-{card.subject}")),
        section(wording.markup(f"horizon-begin-{card.subject}")),
    ]
    if card.state is CardState.OPEN:
        bring = button(wording.say("button-bring-card"), ActionId.BRING_HORIZON_CARD, card.id)
        return [*blocks, *([] if content.is_over else [actions(bring, *_helps(card.subject, content, wording))])]
    is_ahead = card.state is CardState.ON_AGENDA
    return [*blocks, context(wording.markup("horizon-card-on-agenda" if is_ahead else "horizon-card-discussed"))]


def _helps(subject: Subject, content: HorizonCompared, wording: Wording) -> list[Block]:
    """What the two could change about it."""
    match subject:
        case Subject.PACE | Subject.WORKLOAD:
            return [button(wording.say("button-how-often"), ActionId.MEET_LESS, content.pair_id)]
        case Subject.PRIORITIES:
            return [button(wording.say("button-goals"), ActionId.OPEN_GOALS, content.pair_id)]
        case _:
            return [button(wording.say("button-agreement"), ActionId.OPEN_AGREEMENT, content.pair_id)]
