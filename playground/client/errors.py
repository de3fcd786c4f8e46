"""What stops somebody from doing what a test asked; assertion errors, so that a test fails with their message."""


class RefusedError(AssertionError):
    """The playground or the app did not do what was asked; `code` says why, `sentence` is for the person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence


class NotOfferedError(AssertionError):
    """There is no such button, field, option or text in front of the person; the message shows what there is."""


class StoppedError(AssertionError):
    """The clock did not arrive where it was to be moved; the message says why."""
