"""What commands print. It may come from a portal or a file: nothing of it acts on the terminal, and
nothing that is invisible there is printed as it is.
"""

import json
import sys
from typing import Any

from app.domain.links import neutral


def say(*lines: str) -> None:
    """To the person, not to the program that reads the result."""
    for line in lines:
        print(_one_line(line), file=sys.stderr, flush=True)


def put(*lines: str) -> None:
    """The result, for people."""
    for line in lines:
        print(_one_line(line), flush=True)


def as_json(value: Any) -> str:
    """The result, for programs: letters of all languages as they are, but nothing invisible."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return "\n".join(map(_visible, text.split("\n")))


def as_line(value: Any) -> str:
    """As `as_json`, on one line."""
    return _visible(json.dumps(value, ensure_ascii=False))


def _one_line(text: str) -> str:
    return neutral(" ".join(text.splitlines()))


def _visible(line: str) -> str:
    if neutral(line) == line:
        return line
    return "".join(sign if neutral(sign) == sign else f"\\u{ord(sign):04x}" for sign in line)
