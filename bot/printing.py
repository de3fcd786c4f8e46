"""Where commands print. The running bot prints nothing, and does without Rich's 2 MB."""

from rich.console import Console

output = Console(highlight=False, soft_wrap=True)
