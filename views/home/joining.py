"""Who would like to be in a pair: what somebody has said of themselves, and the organiser's list of them."""

from mentoring.home import HomePicture, JoinWish
from mentoring.pairs import Role
from views.blocks import Block, actions, button, context, header, section
from views.ids import ActionId
from views.wording import Wording

MOST_WISHES = 10

WISH = {Role.MENTOR: ActionId.WISH_TO_MENTOR, Role.MENTEE: ActionId.WISH_TO_BE_MENTORED}
NO_LONGER = {Role.MENTOR: ActionId.WISH_TO_MENTOR_NO_LONGER, Role.MENTEE: ActionId.WISH_TO_BE_MENTORED_NO_LONGER}


def my_wishes(picture: HomePicture, wording: Wording) -> list[Block]:
    """What this person would like, with a way back; and for somebody in no pair a way to say so."""
    blocks = [_mine(wish, wording) for wish in picture.my_wishes]
    # Whoever organises needs nobody to pair them.
    if picture.pairs or picture.invitations or picture.boards:
        return blocks
    wished = {wish.role for wish in picture.my_wishes}
    buttons = [button(wording.say("join-wish", role=role.value), WISH[role]) for role in Role if role not in wished]
    which = "another" if picture.completed else "first"
    question = [] if wished else [section(wording.markup("join-question", which=which))]
    return [*question, *blocks, *([actions(*buttons)] if buttons else [])]


def who_would_like_to_join(picture: HomePicture, wording: Wording) -> list[Block]:
    """The organiser's list, those who wait longest first, each with a button that begins a pair."""
    if not picture.wishes:
        return []
    more = len(picture.wishes) - MOST_WISHES
    return [
        header(wording.say("join-list")),
        *(_waiting(wish, picture, wording) for wish in picture.wishes[:MOST_WISHES]),
        *([context(wording.markup("join-list-more", count=more))] if more > 0 else []),
    ]


def _mine(wish: JoinWish, wording: Wording) -> Block:
    said = wording.markup("join-said", role=wish.role.value, which="another" if wish.another else "first")
    return section(said, button(wording.say("join-no-longer"), NO_LONGER[wish.role]))


def _waiting(wish: JoinWish, picture: HomePicture, wording: Wording) -> Block:
    words = wording.markup(
        "join-waiting",
        person=wish.person.name,
        role=wish.role.value,
        which="another" if wish.another else "first",
        days=(picture.now - wish.since).days,
    )
    return section(words, button(wording.say("join-pair"), ActionId.PAIR_FROM_WISH, wish.id))
