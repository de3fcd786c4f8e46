"""A person's pairs, and those that wait to begin."""

from mentoring.home import HomePicture, PairCard
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.introductions import answer_buttons
from views.pair_buttons import course_buttons
from views.pair_cards import pair_card
from views.wording import Wording, dates


def invitations(picture: HomePicture, wording: Wording) -> list[Block]:
    """Proposed pairs: to be answered, or waiting for the partner."""
    blocks: list[Block] = []
    for invitation in picture.invitations:
        partner = invitation.partner.name
        if invitation.i_accepted:
            blocks.append(section(wording.markup("home-invitation-waits", partner=partner)))
            continue
        words = wording.markup(
            "home-invitation", partner=partner, role=invitation.role.value, programme=invitation.programme
        )
        blocks += [section(words), answer_buttons(invitation.pair_id, partner, wording)]
    more = picture.left_out.invitations
    return [*blocks, *([context(wording.markup("home-more-invitations", count=more))] if more else [])]


def pairs(picture: HomePicture, wording: Wording) -> list[Block]:
    """Each pair with when they last met and their rhythm, and a button for all that can be done about it."""
    if not picture.pairs:
        return []
    more = picture.left_out.pairs
    return [
        section(wording.markup("home-pairs", count=len(picture.pairs))),
        *(block for pair in picture.pairs for block in _pair(pair, picture, wording)),
        *(_more(more, wording) if more else _of_only(picture, wording)),
        *_disputed(picture, wording),
    ]


def _pair(pair: PairCard, picture: HomePicture, wording: Wording) -> list[Block]:
    """One that rests or comes to its end is asked how to go on; all else is behind its button."""
    asked = course_buttons(
        wording, pair.pair_id, is_paused=pair.paused_until is not None, comes_to_its_end=pair.ends_on is not None
    )
    # Of many, in short.
    zone = picture.settings.time_zone if not picture.left_out.pairs else None
    card = pair_card(pair, zone, picture.now.date(), picture.locale, wording)
    page = button(wording.say("button-pair-page"), ActionId.OPEN_PAIR, pair.pair_id)
    return [section(card, page), *([actions(*asked)] if asked else [])]


def _more(count: int, wording: Wording) -> list[Block]:
    return [
        context(wording.markup("home-more-pairs", count=count)),
        actions(button(wording.say("button-all-pairs"), ActionId.OPEN_PAIRS)),
    ]


def _of_only(picture: HomePicture, wording: Wording) -> list[Block]:
    """What somebody with one pair does with it most, at hand."""
    if len(picture.pairs) > 1:
        return []
    pair_id = picture.pairs[0].pair_id
    goals = [] if picture.goals else [button(wording.say("button-goals"), ActionId.OPEN_GOALS, pair_id)]
    return [
        actions(
            button(wording.say("button-story"), ActionId.OPEN_STORY, pair_id),
            *goals,
            button(wording.say("button-feedback"), ActionId.OPEN_FEEDBACK, pair_id),
        )
    ]


def _disputed(picture: HomePicture, wording: Wording) -> list[Block]:
    return [
        context(
            wording.markup(
                "home-disputed",
                partner=session.partner.name,
                day=dates.day(session.happened_on, picture.locale, today=picture.now.date()),
            )
        )
        for session in picture.disputed
    ]
