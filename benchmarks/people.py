"""The people of a benchmark: pairs that meet, and one person with a long history."""

from datetime import timedelta

from benchmarks.stage import BOT_USER, WORKSPACE
from bot.clock import utc_now
from mentoring.goals import GoalWords
from mentoring.pairs import PairValues
from mentoring.people import Actor, Profile
from mentoring.sessions import CheckInValues
from mentoring.shared_goals import GoalListValues, SharedGoal
from mentoring.wins import Audience, WinValues
from services.answer_invitation import answer_invitation
from services.become_organiser import become_organiser
from services.celebrate_win import celebrate_win
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.log_check_in import log_check_in
from services.prepare_check_in import prepare_check_in
from services.propose_pair import propose_pair
from services.read_invitations import read_invitations
from services.share_goals import save_list
from storage.keyring import Keyring
from storage.migrate import migrate
from storage.store import Store

PAIRS = 60
LONG_PAIRS, LONG_WINS, LONG_GOALS, LONG_SESSIONS = 12, 300, 40, 144
ORGANISER, LONG = "U0BENCHORG", "U0BENCHLONG"


def mentee(number: int) -> str:
    """The user id of one of the mentees who log sessions."""
    return f"U0BENCH{number:04}"


def profile(user: str, *, is_admin: bool = False) -> Profile:
    """Somebody in London."""
    return Profile(user, user.title(), WORKSPACE, "Europe/London", "en-GB", is_admin=is_admin)


async def populate(url: str, keys: str) -> None:
    """Migrate an empty database, and let sixty pairs begin, twelve of them with one mentor who has a long history."""
    await migrate(url)
    store = Store(url, Keyring.from_text(keys))
    services = Services(store, utc_now, lambda: None)
    await ensure_workspace(services, Installed(WORKSPACE, "Bench", BOT_USER))
    await become_organiser(services, WORKSPACE, profile(ORGANISER, is_admin=True))
    for number in range(PAIRS):
        mentor = LONG if number < LONG_PAIRS else f"U0MENTOR{number:04}"
        await _pair(services, mentor, mentee(number))
    await _history(services)
    await store.close()


async def _history(services: Services) -> None:
    """Sessions with what was noted of them, goals and wins of the one mentor, one pair after the other."""
    actor, today = Actor(WORKSPACE, LONG), services.now().date()
    pairs = (await prepare_check_in(services, actor)).pairs
    for number in range(LONG_SESSIONS):
        # Long enough ago that a check-in of today is not asked whether it is of the same session.
        day = today - timedelta(days=14 * (1 + number // LONG_PAIRS))
        promised = () if number % 4 else ("Read the notes",)
        pair_id = pairs[number % LONG_PAIRS].id
        entry = CheckInValues(pair_id, day, notes="What we did", my_promises=promised, feeling=1 + number % 5)
        await log_check_in(services, actor, entry, f"check-in-{number}")
    for number, pair in enumerate(pairs):
        count = len(range(number, LONG_GOALS, LONG_PAIRS))
        goals = tuple(
            SharedGoal(None, GoalWords(f"The {n}th thing to learn", "We can both see it")) for n in range(count)
        )
        await save_list(services, actor, GoalListValues(pair.id, goals, seen=None, asked=count), f"goals-{number}")
    for number in range(LONG_WINS):
        win = WinValues(f"The {number}th thing that went well", Audience.PARTNER, pairs[number % LONG_PAIRS].id)
        await celebrate_win(services, actor, win, (), f"win-{number}")


async def _pair(services: Services, mentor: str, user: str) -> None:
    values = PairValues(mentor, user, 14)
    await propose_pair(services, Actor(WORKSPACE, ORGANISER), values, profile(mentor), profile(user), f"pair-{user}")
    for side in (mentor, user):
        for pair_id in await read_invitations(services, Actor(WORKSPACE, side)):
            await answer_invitation(services, Actor(WORKSPACE, side), pair_id, accepts=True)
