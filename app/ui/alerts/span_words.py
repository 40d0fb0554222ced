"""Lengths of time in fields: shown with their unit, read in both languages."""

from PySide6.QtCore import QObject

from app.domain.spans import split_span


class SpanWords(QObject):
    """A QObject so that its strings can be translated."""

    def written(self, seconds: int) -> str:
        """As it stands in a field; nothing for 0."""
        if not seconds:
            return ""
        figure, unit = split_span(seconds)
        return f"{figure} {self._units()[unit]}"

    def _units(self) -> dict[str, str]:
        return {"h": self.tr("h"), "min": self.tr("min"), "s": self.tr("s")}
