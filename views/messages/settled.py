"""What stands in the place of a nudge that asks nothing any more: what became of it, and who did it."""

from mentoring.notices import Reader
from mentoring.nudge_contents import Outcome, Settled
from mentoring.nudges.goal import HALF_WAY
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.wrap_up import ENDS
from views.blocks import Block, actions, button, section
from views.ids import ActionId
from views.messages.message import Message
from views.messages.pulses import pulse_blocks
from views.pair_buttons import last_words
from views.wording import Wording, dates


def settled(content: Settled, reader: Reader, wording: Wording) -> Message:
    """What became of it, with the words it was about; what can still be done has its buttons."""
    about = content.about
    facts = {"partner": about.partner.name, "by": content.by.value, "what": kind_words(about.kind, wording)}
    facts["rhythm"] = wording.say("rhythm-in-a-sentence", days=about.rhythm_days)
    if content.on:
        facts["day"] = dates.day(content.on, reader.locale)
    if content.at:
        facts |= {"day": dates.day_of(content.at, reader), "time": dates.time_of(content.at, reader)}
    said = wording.markup(f"nudge-became-{_dashed(content.outcome)}", **facts)
    words = [section(content.words)] if content.words else []
    return Message.of(section(said), *words, *pulse_blocks(content.pulse, wording), *_more(content, wording))


def kind_words(kind: NudgeKind, wording: Wording) -> str:
    """What a kind of nudges is about, in a phrase."""
    return wording.say(f"nudge-kind-{_dashed(kind)}")


def _more(content: Settled, wording: Wording) -> list[Block]:
    """What can still be done from here."""
    about = content.about
    if content.outcome is Outcome.TURNED_OFF:
        again = wording.say("nudge-button-on-again")
        return [actions(button(again, ActionId.KIND_ON_AGAIN, str(about.notice_id)))]
    if about.kind is NudgeKind.WRAP_UP and about.step == ENDS:
        return [actions(*last_words(about.pair_id, about.partner.name, wording))]
    if about.kind is NudgeKind.GOAL and about.step == HALF_WAY:
        return [actions(button(wording.say("button-review-half-way"), ActionId.REVIEW_HALF_WAY, about.pair_id))]
    if about.kind is NudgeKind.ECHO:
        return [actions(button(wording.say("button-reviews"), ActionId.REVIEW_ECHO, about.pair_id))]
    return []


def _dashed(name: str) -> str:
    return name.replace(" ", "-")
