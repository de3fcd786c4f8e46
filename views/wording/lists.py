"""Several things in one sentence."""

from collections.abc import Iterable

from babel.lists import format_list

from mentoring.people import Person
from views.markup import Markup, mention
from views.wording.catalogue import LOCALE


def names(people: Iterable[Person]) -> str:
    """The names of people, as in "Ann, Ben and Cleo"."""
    return listed(person.name for person in people)


def mentions(people: Iterable[Person]) -> Markup:
    """The same as mentions, which tell those people of it."""
    return Markup(listed(mention(person.user) for person in people))


def listed(items: Iterable[str]) -> str:
    """Any phrases, with commas and an "and"."""
    return format_list(list(items), locale=LOCALE.replace("-", "_"))
