"""What stands in the place of a nudge that asks nothing any more: what became of it, and who did it."""

from mentoring.notices import Reader
from mentoring.nudge_contents import Outcome, Settled
from mentoring.nudges.kinds import NudgeKind
from views.blocks import Block, actions, button, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording, dates


def settled(content: Settled, reader: Reader, wording: Wording) -> Message:
    """What became of it, with the words it was about; what can be taken back has a button for that."""
    about = content.about
    facts = {"partner": about.partner.name, "by": content.by.value, "what": kind_words(about.kind, wording)}
    facts["rhythm"] = wording.say("rhythm-in-a-sentence", days=about.rhythm_days)
    if content.on:
        facts["day"] = dates.day(content.on, reader.locale)
    if content.at:
        facts |= {"day": dates.day_of(content.at, reader), "time": dates.time_of(content.at, reader)}
    said = wording.markup(f"nudge-became-{_dashed(content.outcome)}", **facts)
    words = [section(content.words)] if content.words else []
    return Message.of(section(said), *words, *_undo(content, wording))


def kind_words(kind: NudgeKind, wording: Wording) -> str:
    """What a kind of nudges is about, in a phrase."""
    return wording.say(f"nudge-kind-{_dashed(kind)}")


def _undo(content: Settled, wording: Wording) -> list[Block]:
    if content.outcome is not Outcome.TURNED_OFF:
        return []
    notice = str(content.about.notice_id)
    return [actions(button(wording.say("nudge-button-on-again"), ActionId.KIND_ON_AGAIN, notice))]


def _dashed(name: str) -> str:
    return name.replace(" ", "-")
