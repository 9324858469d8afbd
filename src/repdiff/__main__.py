"""`python -m repdiff`: the command, where its script is not on the path."""

from repdiff.cli import main

main()
