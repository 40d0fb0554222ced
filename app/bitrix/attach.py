"""Rich blocks (ATTACH) as plain BBCode text, for channels that show only text."""

from collections.abc import Iterator

from app.bitrix.wire import Json, as_list, as_map, as_text, decode, lower

_DEEPEST = 4


def attach_text(value: Json) -> str:
    """Messages as they are, `name: value` lines, links with their names; unknown blocks vanish."""
    return "\n".join(line for line in _lines(value, _DEEPEST) if line) if value else ""


def _lines(value: Json, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        value = _unpacked(value)
    if depth <= 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _lines(item, depth - 1)
        return
    block = lower(value)
    if "blocks" in block:
        yield from _lines(as_list(block["blocks"]), depth)
    yield as_text(block.get("message"))
    for key in ("link", "user", "image", "file", "grid"):
        yield from _rows(block.get(key))


def _rows(value: Json) -> Iterator[str]:
    rows = value if isinstance(value, list) else [value]
    for each in rows:
        row = lower(as_map(each))
        name, text = as_text(row.get("name")), as_text(row.get("value"))
        link = as_text(row.get("link"))
        yield (
            ": ".join(part for part in (name, text) if part)
            if text
            else " ".join(part for part in (name, link) if part)
        )


def _unpacked(text: str) -> Json:
    try:
        return decode(text.encode("utf-8", "replace"))
    except ValueError:
        return text
