"""Whether two texts are one message: ours, and what a portal made of it. Knows no messages."""

#: What a portal puts behind a text that it cuts, and from how many signs on it may cut.
_CUT, _LONG = "(...)", 10_000


def is_same_text(there: str, here: str) -> bool:
    """The portal keeps the words, not the ends of lines, the space around and between words, signs
    that nobody sees, or what is beyond its longest text.
    """
    kept, sent = _words(there), _words(here)
    if kept == sent:
        return True
    is_cut = len(kept) > _LONG and kept.endswith(_CUT)
    return is_cut and sent.startswith(kept.removesuffix(_CUT).rstrip())


def _words(text: str) -> str:
    seen = "".join(sign for sign in text if sign.isspace() or not sign < " ")
    return " ".join(seen.split())
