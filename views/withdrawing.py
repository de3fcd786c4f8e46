"""The button that takes a proposed pair back, wherever an organiser reads of one."""

from views.blocks import Block, Confirmation, button
from views.ids import ActionId
from views.wording import Wording


def withdraw_button(pair_id: str, wording: Wording) -> Block:
    """It asks once more before it does so."""
    sure = Confirmation(
        wording.say("board-withdraw.title"),
        wording.say("board-withdraw.text"),
        wording.say("board-withdraw.yes"),
        wording.say("board-withdraw.no"),
    )
    return button(wording.say("board-withdraw"), ActionId.WITHDRAW_PROPOSAL, pair_id, confirm=sure)
