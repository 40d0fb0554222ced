"""Rich text from the clipboard as BBCode: what the portal shows of it, and nothing else."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument

from app.domain.links import parse_link

#: Signs: beyond that nobody looks at formats, and reading them would hold the window up.
_MOST = 200_000
_OBJECT = "\ufffc"


def as_bbcode(mime: QMimeData) -> str:
    """What was copied, with bold, italic, underlined, struck out and links; its plain text where
    it has none of these.
    """
    html = mime.html() if mime.hasHtml() else ""
    if not html or len(html) > _MOST:
        return mime.text()
    document = QTextDocument()
    document.setHtml(html)
    lines, block = [], document.begin()
    while block.isValid():
        lines.append(_line(block))
        block = block.next()
    marked = "\n".join(lines).strip("\n")
    return marked if marked != document.toPlainText().strip("\n") else mime.text()


def _line(block: QTextBlock) -> str:
    pieces, heading = [], block.blockFormat().headingLevel() > 0
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        text = fragment.text().replace("\u2028", "\n").replace(_OBJECT, "")
        pieces.append(_marked(text.replace("\xa0", " "), fragment.charFormat(), heading))
        iterator += 1
    return "".join(pieces)


def _marked(text: str, look: QTextCharFormat, heading: bool) -> str:
    if not text.strip():
        return text
    address = look.anchorHref() if look.isAnchor() else ""
    link = parse_link(address) if not set(address) & set("[]") else None
    lead, core = text[: len(text) - len(text.lstrip())], text.strip()
    tail = text[len(lead) + len(core) :]
    tags = {
        "b": look.fontWeight() >= QFont.Weight.DemiBold or heading,
        "i": look.fontItalic(),
        "u": look.fontUnderline() and not look.isAnchor(),
        "s": look.fontStrikeOut(),
    }
    for tag, wears in tags.items():
        core = f"[{tag}]{core}[/{tag}]" if wears else core
    if link is not None:
        core = f"[url={link.url}]{core}[/url]" if core != link.url else core
    return f"{lead}{core}{tail}"
