"""What the checks of a tile's icon found, one line for each question."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.connector import Icon
from app.domain.icon_check import QUESTIONS, IconCheck, check_tile_icon
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconLabel, label

_SIGNS = {True: ("check", "success"), False: ("alert", "danger"), None: ("minus", "text3")}


class IconReport(QWidget):
    """Signs and words; a picture that fails is not drawn anywhere in this program."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.results: tuple[IconCheck, ...] = ()
        self._lines: dict[str, tuple[IconLabel, ElidedLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(title, "strong", "text2"), 0, 0, 1, 2)
        for row, question in enumerate(QUESTIONS, 1):
            sign, words = IconLabel(theme, "minus", "text3", 14), ElidedLabel("", "small", "text2")
            self._lines[question] = sign, words
            grid.addWidget(sign, row, 0)
            grid.addWidget(words, row, 1)

    def show_icon(self, icon: Icon) -> None:
        """Check another icon."""
        self.results = check_tile_icon(icon)
        for each in self.results:
            sign, words = self._lines[each.question]
            sign.set_icon(*_SIGNS[each.passed])
            words.setText(self._words(each))

    def texts(self) -> list[str]:
        """All lines."""
        return [words.whole_text() for _, words in self._lines.values()]

    def _words(self, each: IconCheck) -> str:
        good = {
            "PICTURE": self.tr("An SVG picture inside a data URI"),
            "LARGE": self.tr("Small enough: {value} KB"),
            "SCRIPT": self.tr("No script, link or animation"),
            "REMOTE": self.tr("Nothing is loaded from elsewhere"),
            "COLOR": self.tr("Colour: {value}"),
            "SIZE": self.tr("Size: {value}"),
            "POSITION": self.tr("Position: {value}"),
        }
        bad = {
            "PICTURE": self.tr("Not an SVG picture inside a data URI: it is not drawn"),
            "LARGE": self.tr("Too large: {value} KB"),
            "SCRIPT": self.tr("A script, link or animation: it is not drawn"),
            "REMOTE": self.tr("Loads something from elsewhere: it is not drawn"),
            "COLOR": self.tr("No colour: {value}"),
            "SIZE": self.tr("No size in percent: {value}"),
            "POSITION": self.tr("Unknown position: {value}"),
        }
        if each.passed is None:
            return self.tr("Not checked: {what}").format(what=good[each.question]).format(value="?")
        value = each.value
        if each.question == "LARGE":
            value = value.replace(".", QLocale().decimalPoint())
        if each.question == "POSITION":
            value = self._positions().get(value, value)
        return (good if each.passed else bad)[each.question].format(value=value)

    def _positions(self) -> dict[str, str]:
        return {
            "center": self.tr("center"),
            "top": self.tr("top"),
            "bottom": self.tr("bottom"),
            "left": self.tr("left"),
            "right": self.tr("right"),
        }
