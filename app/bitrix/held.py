"""The secrets that this process has held: its log leaves them out in whatever form they come.

One register for the process, because its log is one: whatever makes a secret says `hold`, and only
who writes text for the disk asks. Nothing can be read out of it but what to look for.
"""

from threading import Lock

from app.bitrix.redact import variants

#: Tokens are renewed every hour: the newest count.
_MOST = 400

_spellings: dict[str, tuple[str, ...]] = {}
_turn = Lock()


def hold(*secrets: str) -> None:
    """From now on these are taken out of the log. Short ones are words like any other."""
    for secret in secrets:
        spellings = variants((secret,))
        with _turn:
            _spellings.pop(secret, None)
            if spellings:
                _spellings[secret] = spellings
            while len(_spellings) > _MOST:
                del _spellings[next(iter(_spellings))]


def without_held(text: str, mask: str) -> str:
    """The text with every spelling of every held secret masked."""
    with _turn:
        known = [spelling for spellings in _spellings.values() for spelling in spellings]
    for spelling in known:
        if spelling in text:
            text = text.replace(spelling, mask)
    return text
