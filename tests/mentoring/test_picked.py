"""The address of a message that somebody picked."""

import pytest

from mentoring.picked import link_to


def test_the_address_of_a_message_and_of_an_answer_in_a_thread() -> None:
    message = "https://acme.slack.com/archives/C0WINS/p1700000000000100"
    assert link_to("acme", "C0WINS", "1700000000.000100") == message
    assert link_to("acme", "C0WINS", "1700000000.000100", "1700000000.000100") == message
    answer = link_to("acme", "C0WINS", "1700000000.000100", "1600000000.000100")
    assert answer == f"{message}?thread_ts=1600000000.000100&cid=C0WINS"


@pytest.mark.parametrize(
    "place",
    [("acme.evil/", "C1", "1.2"), ("acme", "C1|x>", "1.2"), ("acme", "C1", "1"), ("acme", "C1", "1.2", "<!here>")],
)
def test_what_is_no_place_has_no_address(place: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not the place"):
        link_to(*place)
