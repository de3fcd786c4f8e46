"""What is told of what somebody shares of their looking back, and of notes of thanks."""

from mentoring.notices import Reader
from mentoring.reviews import ReviewShared
from mentoring.thanks import Thanked, ThankYouSaved
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.reviews import answer_blocks
from views.wording import Wording


def review_shared(content: ReviewShared, _reader: Reader, wording: Wording) -> Message:
    """To the partner: what the other lets them read."""
    return Message.of(*shared_blocks(content, wording))


def shared_blocks(content: ReviewShared, wording: Wording) -> list[Block]:
    """The same, as whoever shares it sees it before."""
    return [
        section(wording.markup("review-shared", author=content.author.name, kind=content.kind.value)),
        *([section(content.goal)] if content.goal else []),
        *(block for answer in content.answers for block in answer_blocks(answer, content.role, wording)),
        context(wording.markup("review-shared-readers")),
    ]


def thanked(content: Thanked, _reader: Reader, wording: Wording) -> Message:
    """To the partner: the note, and a way to write one back."""
    back = button(wording.say("button-thank-back"), ActionId.THANK_PARTNER, content.pair_id)
    return Message.of(
        section(wording.markup("thanks-received", author=content.author.name)),
        section(content.words),
        context(wording.markup("thanks-received-next")),
        *([] if content.is_answered else [actions(back)]),
    )


def thank_you_saved(content: ThankYouSaved, _reader: Reader, wording: Wording) -> Message:
    """To whoever wrote it: the note, and a way to change it."""
    partner = content.partner.name
    return Message.of(
        section(wording.markup("thanks-saved", partner=partner)),
        section(content.words),
        context(wording.markup("thanks-saved-next", partner=partner)),
        actions(button(wording.say("button-change-thanks"), ActionId.THANK_PARTNER, content.pair_id)),
    )
