"""A short field for a figure, with its label and what is wrong with it."""

from PySide6.QtWidgets import QLineEdit

from app.ui.style import Theme
from app.ui.widgets import FormField

_WIDTH = 180


class FigureField(FormField):
    """`edit` is the line itself."""

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        edit = QLineEdit()
        super().__init__(theme, name, edit, hint)
        self.edit = edit
        edit.setFixedWidth(_WIDTH)
