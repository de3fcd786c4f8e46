"""How people read what is asked when they look back, and what they answered."""

from mentoring.pairs import Role
from mentoring.reviews import CHOICES, Answer, Question
from views.blocks import Block, section
from views.wording import FieldWords, Wording


def question_words(question: Question, role: Role, wording: Wording) -> FieldWords:
    """A question, as a field asks it of somebody in this role; its label stands above the answer later."""
    facts = {"role": role.value}
    return wording.field(f"review-question-{question.value.replace(' ', '-')}", **facts)


def choice_words(question: Question, choice: str, wording: Wording) -> str:
    """One of the answers that can be chosen."""
    if question is Question.WOULD_MENTOR:
        return wording.say("review-would", choice=choice)
    return wording.say("review-score-was" if question is Question.HOW_IT_WAS else "review-score", score=int(choice))


def answer_blocks(answer: Answer, role: Role, wording: Wording) -> list[Block]:
    """What was asked of somebody in this role, and what they answered."""
    asked = wording.markup("review-part", question=question_words(answer.question, role, wording).label)
    return [section(asked), section(answer_words(answer, wording))]


def answer_words(answer: Answer, wording: Wording) -> str:
    """What somebody answered, in words also where they chose it."""
    return choice_words(answer.question, answer.words, wording) if answer.question in CHOICES else answer.words
