"""Promises: mine, those suggested to me, and my partners'."""

from collections.abc import Sequence
from dataclasses import replace

from mentoring.home import HomePicture
from mentoring.promises import PartnerPromise, PromiseState
from views.blocks import Block, actions, button, context, joined, section
from views.ids import ActionId
from views.markup import shorten
from views.promises import LONGEST_LINE, bulleted, promise_words, proposal
from views.wording import Wording

MOST_EACH = 10


def promises(picture: HomePicture, wording: Wording) -> list[Block]:
    """Every open promise; what is suggested to me comes first, with two answers."""
    return joined(_proposals(picture, wording), _mine(picture, wording), _theirs(picture, wording))


def _theirs(picture: HomePicture, wording: Wording) -> list[Block]:
    title = wording.markup(
        "home-promises-theirs", count=len(picture.pairs), partner=picture.pairs[0].partner.name if picture.pairs else ""
    )
    theirs, left = picture.promises_theirs, picture.left_out.promises_theirs
    listed = _listed(title, theirs, picture, wording)
    if left:
        listed.append(context(wording.markup("home-more-promises", count=left)))
    if left or any(len(each.promise.words) > LONGEST_LINE for each in theirs):
        listed.append(actions(button(wording.say("button-partner-promises"), ActionId.OPEN_PARTNER_PROMISES)))
    return listed


def _mine(picture: HomePicture, wording: Wording) -> list[Block]:
    listed = _listed(wording.markup("home-promises-mine"), picture.promises_mine, picture, wording)
    if not listed:
        return []
    left = picture.left_out.promises_mine
    more = [context(wording.markup("home-more-promises-mine", count=left))] if left else []
    return [*listed, *more, actions(button(wording.say("button-promises"), ActionId.OPEN_PROMISES))]


def _proposals(picture: HomePicture, wording: Wording) -> list[Block]:
    blocks: list[Block] = []
    for each in picture.proposals[:MOST_EACH]:
        if len(picture.pairs) > 1:
            blocks.append(context(wording.markup("home-proposal-by", partner=each.partner.name)))
        blocks += proposal(each.promise, picture.locale, wording, today=picture.now.date())
    if not blocks:
        return []
    left = picture.left_out.proposals
    more = [context(wording.markup("promises-suggested-left", count=left))] if left else []
    return [section(wording.markup("home-proposals")), *blocks, *more]


def _listed(title: str, lines: Sequence[PartnerPromise], picture: HomePicture, wording: Wording) -> list[Block]:
    if not lines:
        return []
    return [section(title), *bulleted([_line(line, picture, wording) for line in lines[:MOST_EACH]])]


def _line(line: PartnerPromise, picture: HomePicture, wording: Wording) -> str:
    short = replace(line.promise, words=shorten(line.promise.words, LONGEST_LINE))
    words = promise_words(short, picture.locale, wording, today=picture.now.date())
    if len(picture.pairs) > 1:
        words = wording.say("home-promise-with", words=words, partner=line.partner.name)
    if line.promise.state is PromiseState.PROPOSED:
        return wording.say("home-promise-suggested", words=words)
    return words
