import pytest

from tests.views.sample_messages import all_messages
from tests.views.sample_views import all_views
from views.blocks import View
from views.messages import Message
from views.wording import Wording


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()


# Tests that look at all that people can see are marked to run on one worker, so that it is drawn once.
@pytest.fixture(scope="session")
def messages(wording: Wording) -> dict[str, Message]:
    """Each message that people can get, by the name of its sample."""
    return dict(all_messages(wording))


@pytest.fixture(scope="session")
def views(wording: Wording) -> dict[str, View]:
    """Each form and App Home that people can see, by the name of its sample."""
    return dict(all_views(wording))
