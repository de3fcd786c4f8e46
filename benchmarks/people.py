"""The people of a benchmark: pairs that meet, and one person with a long history."""

from benchmarks.stage import BOT_USER, WORKSPACE
from bot.clock import utc_now
from mentoring.pairs import PairValues
from mentoring.people import Actor, Profile
from mentoring.wins import Audience, WinValues
from services.answer_invitation import answer_invitation
from services.become_organiser import become_organiser
from services.celebrate_win import celebrate_win
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.prepare_check_in import prepare_check_in
from services.propose_pair import propose_pair
from services.read_invitations import read_invitations
from storage.keyring import Keyring
from storage.migrate import migrate
from storage.store import Store

PAIRS = 60
LONG_PAIRS, LONG_WINS = 12, 300
ORGANISER, LONG = "U0BENCHORG", "U0BENCHLONG"


def mentee(number: int) -> str:
    """The user id of one of the mentees who log sessions."""
    return f"U0BENCH{number:04}"


def profile(user: str, *, is_admin: bool = False) -> Profile:
    """Somebody in London."""
    return Profile(user, user.title(), WORKSPACE, "Europe/London", "en-GB", is_admin=is_admin)


async def populate(url: str, keys: str) -> None:
    """Migrate an empty database, and let sixty pairs begin, twelve of them with one mentor who has 300 wins."""
    await migrate(url)
    store = Store(url, Keyring.from_text(keys))
    services = Services(store, utc_now, lambda: None)
    await ensure_workspace(services, Installed(WORKSPACE, "Bench", BOT_USER))
    await become_organiser(services, WORKSPACE, profile(ORGANISER, is_admin=True))
    for number in range(PAIRS):
        mentor = LONG if number < LONG_PAIRS else f"U0MENTOR{number:04}"
        await _pair(services, mentor, mentee(number))
    actor = Actor(WORKSPACE, LONG)
    pair = (await prepare_check_in(services, actor)).pair
    for number in range(LONG_WINS):
        win = WinValues(f"The {number}th thing that went well", Audience.PARTNER, pair.id)
        await celebrate_win(services, actor, win, (), f"win-{number}")
    await store.close()


async def _pair(services: Services, mentor: str, user: str) -> None:
    values = PairValues(mentor, user, 14)
    await propose_pair(services, Actor(WORKSPACE, ORGANISER), values, profile(mentor), profile(user), f"pair-{user}")
    for side in (mentor, user):
        for pair_id in await read_invitations(services, Actor(WORKSPACE, side)):
            await answer_invitation(services, Actor(WORKSPACE, side), pair_id, accepts=True)
