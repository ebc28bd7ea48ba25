"""`python -m duediligence`."""

from duediligence.cli import main

main()
