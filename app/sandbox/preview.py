"""The beginning of a value as a text, for the logs that people look at."""

import json
from typing import Any

KEPT_TEXT = 2000


def preview(value: Any) -> str:
    """JSON with its letters as they are; halves of characters become question marks."""
    text = json.dumps(value, ensure_ascii=False)[:KEPT_TEXT]
    return text.encode("utf-8", "replace").decode()
