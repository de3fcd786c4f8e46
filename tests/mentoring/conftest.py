"""Property tests, which must not fail because a machine is busy."""

from hypothesis import settings

settings.register_profile("rapport", deadline=None, max_examples=60)
settings.load_profile("rapport")
