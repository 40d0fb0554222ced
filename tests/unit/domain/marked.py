"""Texts with markup for the tests of what reads it: of any kind, and hostile ones of any size."""

import sys

from hypothesis import strategies as st

from app.domain.markup_tags import PAIRED, SINGLE

DASHES = "-" * 54

_PIECES = st.sampled_from(
    [f"[{name}]" for name in sorted(PAIRED | SINGLE)]
    + [f"[/{name}]" for name in sorted(PAIRED)]
    + ["[url=https://a.b]", "[url=javascript:x]", "[user=7]", "[timestamp=5]", "[icon=x title=y]"]
    + ["https://a.b/c", "\n", ">>", DASHES + "\n", "&amp;", "&lt;", ":f09f9880:", "[", "]", "#BR#"]
    + ["\r\n", "\u202e", "\u200b", "😀", "я", " ", "text", "[b]Ann Lee:[/b]", " [br]"]
)
marked = st.lists(_PIECES | st.text(max_size=8), max_size=30).map("".join)

HUGE = [
    lambda n: "[b]" * n,
    lambda n: "[b]" * n + "[/b]" * n,
    lambda n: "[b]" * n + "x" + "[/b]" * n,
    lambda n: "[b]" * n + "[/i]" * n,
    lambda n: "[b][i][u][s]" * n + "[/b][/i][/u][/s]" * n,
    lambda n: "[code]" * n,
    lambda n: "[url]" * n + "[/url]" * n,
    lambda n: "[url=https://a.b]" * n + "[/url]" * n,
    lambda n: "[url=" * n,
    lambda n: "[" * n,
    lambda n: ">>\n" * n,
    lambda n: (DASHES + "\n") * n,
    lambda n: "https://a.b/" + ")" * n,
    lambda n: "https://" * n,
    lambda n: "&" * n + ":f0" * n,
    lambda n: "[b]" + "x" * n + ":",
    lambda n: "#BR#" * n,
    lambda n: "a" * n,
]


def steps(work) -> int:
    """Lines of our code that run: a measure that a busy machine does not change."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
