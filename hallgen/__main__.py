"""`python -m hallgen`."""

from hallgen.cli import main

main()
