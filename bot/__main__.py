"""`python -m bot` is the command `rapport`."""

from bot.command_line import main

main()
