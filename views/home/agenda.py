"""What one's pairs bring to their next sessions."""

from mentoring.home import AgendaLine, HomePicture
from views.blocks import Block, button, context, section
from views.ids import ActionId
from views.markup import Markup
from views.messages.picked import about_message
from views.wording import Wording

MOST_LINES = 8


def agenda(picture: HomePicture, wording: Wording) -> list[Block]:
    """Everything still to be talked about, with who brought it; either of the two can take it off."""
    if not picture.agenda:
        return []
    blocks = [section(wording.markup("home-agenda"))]
    shown = picture.agenda[:MOST_LINES]
    for line in shown:
        take_off = button(wording.say("button-take-off"), ActionId.TAKE_OFF_AGENDA, line.item_id)
        blocks += [section(line.words, take_off), context(_whose(line, picture, wording))]
    if len(picture.agenda) > MOST_LINES or picture.left_out.agenda:
        blocks.append(context(wording.markup("home-agenda-more", most=len(shown))))
    return blocks


def _whose(line: AgendaLine, picture: HomePicture, wording: Wording) -> Markup:
    if line.author is None:
        whose = wording.markup("home-agenda-both", partner=line.partner.name)
    elif line.author.id == picture.me.id:
        whose = wording.markup("home-agenda-mine", partner=line.partner.name)
    else:
        whose = wording.markup("home-agenda-theirs", author=line.author.name)
    return whose + Markup(" · ") + about_message(line.message, wording) if line.message else whose
