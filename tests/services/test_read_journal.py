"""Somebody reads all their wins, and those that their partners shared."""

from mentoring.journal import WINS_A_PAGE
from mentoring.wins import Audience
from services.read_journal import read_journal
from tests.services.world import WINS, World


async def test_every_win_is_on_one_page_and_whole(world: World) -> None:
    await world.changes_programme(channel=WINS)
    pair = await world.paired("tom", "maya")
    long = "I said no " * 290
    for n in range(WINS_A_PAGE + 2):
        await world.celebrates("tom", f"{n} {long}", Audience.PARTNER if n % 2 else Audience.ME, pair)
        world.later(minutes=1)
    first = await read_journal(world.services, world.who("tom"))
    second = await read_journal(world.services, world.who("tom"), skip=WINS_A_PAGE)
    assert [win.words.split()[0] for win in (*first.wins, *second.wins)] == [f"{n}" for n in range(11, -1, -1)]
    assert first.wins[0].words == f"11 {long}".strip()
    assert (first.count, first.left, second.left) == (12, 2, 0)
    assert all(win.widen_id for win in first.wins)
    # The partner reads what was shared, and widens nothing of it; others read nothing.
    mayas = await read_journal(world.services, world.who("maya"))
    assert [(win.audience, win.widen_id) for win in mayas.wins] == [(Audience.PARTNER, None)] * 6
    for name in ("amara", "zoe"):
        assert (await read_journal(world.services, world.who(name))).wins == ()
