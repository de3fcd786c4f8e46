"""App Home: a person's dashboard."""

from views.home.page import home

__all__ = ["home"]
