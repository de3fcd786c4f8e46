"""What one's pairs bring to their next sessions."""

from mentoring.home import AgendaLine, HomePicture
from views.blocks import Block, button, context, section
from views.ids import ActionId
from views.markup import Markup
from views.messages.picked import about_message
from views.wording import Wording


def agenda(picture: HomePicture, wording: Wording) -> list[Block]:
    """Everything still to be talked about, with who brought it; either of the two can take it off."""
    if not picture.agenda:
        return []
    blocks = [section(wording.markup("home-agenda"))]
    for line in picture.agenda:
        take_off = button(wording.say("button-take-off"), ActionId.TAKE_OFF_AGENDA, line.item_id)
        blocks += [section(line.words, take_off), context(_whose(line, picture, wording))]
    if picture.left_out.agenda:
        blocks.append(context(wording.markup("home-agenda-more", count=picture.left_out.agenda)))
    return blocks


def _whose(line: AgendaLine, picture: HomePicture, wording: Wording) -> Markup:
    if line.author is None:
        whose = wording.markup("home-agenda-both", partner=line.partner.name)
    elif line.author.id == picture.me.id:
        whose = wording.markup("home-agenda-mine", partner=line.partner.name)
    else:
        whose = wording.markup("home-agenda-theirs", author=line.author.name)
    return whose + Markup(" · ") + about_message(line.message, wording) if line.message else whose
