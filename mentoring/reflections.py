"""The question that a private reflection answers: another after each session, by what somebody is in the pair.

The words are in the wording's catalogue, under the role and the number. Among those of a mentor is what they learned,
among those of a mentee what they could give back.
"""

# So many for each role.
QUESTIONS = 8


def question_after(records: int) -> int:
    """Which question somebody is asked who has recorded so many sessions of the pair; from 1 on."""
    return 1 + records % QUESTIONS
