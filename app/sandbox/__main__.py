"""`python -m app.sandbox`: the sandbox without the rest of the program."""

import argparse
import sys

from app.sandbox.process.command import add_arguments, run


def main() -> int:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m app.sandbox", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
