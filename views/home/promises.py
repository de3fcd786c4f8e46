"""Promises: mine, those suggested to me, and my partners'."""

from collections.abc import Sequence

from mentoring.home import HomePicture, PartnerPromise
from mentoring.promises import PromiseState
from views.blocks import Block, section
from views.markup import shorten
from views.messages.check_ins import bulleted, proposal
from views.wording import Wording

MOST_EACH, LONGEST = 10, 250


def promises(picture: HomePicture, wording: Wording) -> list[Block]:
    """Every open promise; what is suggested to me comes first, with two answers."""
    return [
        *_proposals(picture, wording),
        *_listed(wording.markup("home-promises-mine"), picture.promises_mine, wording),
        *_listed(wording.markup("home-promises-theirs"), picture.promises_theirs, wording),
    ]


def _proposals(picture: HomePicture, wording: Wording) -> list[Block]:
    blocks: list[Block] = []
    for each in picture.proposals[:MOST_EACH]:
        words, *answers = proposal(each.promise, wording)
        blocks += [words, *answers]
    return [section(wording.markup("home-proposals")), *blocks] if blocks else []


def _listed(title: str, lines: Sequence[PartnerPromise], wording: Wording) -> list[Block]:
    if not lines:
        return []
    return [section(title), section(bulleted([_line(line, wording) for line in lines[:MOST_EACH]]))]


def _line(line: PartnerPromise, wording: Wording) -> str:
    words, partner = shorten(line.promise.words, LONGEST), line.partner.name
    if line.promise.state is PromiseState.PROPOSED:
        return wording.say("home-promise-suggested", words=words, partner=partner)
    return wording.say("home-promise", words=words, partner=partner)
