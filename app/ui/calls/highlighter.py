"""Colours for JSON text: keys, words, numbers and literals. Knows only the theme."""

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui.style import Theme

_PART = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?P<text>"(?:[^"\\]|\\.)*"?)"""
    r"""|(?P<word>(?<![\w."])(?:-?\d[\d.eE+-]*|true|false|null)(?![\w"]))"""
)
#: What a kind of word looks like, as a colour token.
_TOKENS = {"key": "accent", "text": "success", "word": "customer"}
#: A line longer than this is left plain: colouring it would stop the window.
_LONGEST_LINE = 4_000


class JsonHighlighter(QSyntaxHighlighter):
    """Follows the theme; does nothing while `enabled` is False."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[str, QTextCharFormat] = {}
        self.enabled = True
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if not self.enabled or len(text) > _LONGEST_LINE:
            return
        for match in _PART.finditer(text):
            kind = match.lastgroup or "text"
            self.setFormat(match.start(), match.end() - match.start(), self._formats[kind])

    def _on_theme_changed(self) -> None:
        for kind, token in _TOKENS.items():
            style = QTextCharFormat()
            style.setForeground(self._theme.colour(token))
            self._formats[kind] = style
        self.rehighlight()
