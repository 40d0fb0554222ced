"""The beginning of a value as a text, for the logs that people look at."""

import json
import re
from typing import Any

KEPT_TEXT = 2000
_SECRET = re.compile(
    r"((?:auth|access_token|refresh_token|application_token|client_secret)"
    r'(?:%5D|\]|")*(?:=|%3D|: ?"))[^&"\\%]+',
    re.IGNORECASE,
)


def preview(value: Any) -> str:
    """JSON with its letters as they are; halves of characters become question marks."""
    text = json.dumps(value, ensure_ascii=False)[:KEPT_TEXT]
    return text.encode("utf-8", "replace").decode()


def hushed(text: str) -> str:
    """A text in which tokens, of a form or of JSON, are shown as `…`."""
    return _SECRET.sub(r"\1…", text)
