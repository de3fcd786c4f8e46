import pytest

from views.wording import Wording


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()
