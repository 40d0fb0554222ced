"""The frame of everything on the board: a card with a title and what stands below it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui.widgets import ElidedLabel, label


class Card(QFrame):
    """`aside` are grey words at the right of the title, `nothing` those of an empty card. `inset`:
    by so much the words of what stands below stand in by themselves.
    """

    def __init__(self, title: str, inset: int = 0) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.title = label(title, "title")
        self.aside = ElidedLabel("", "caption", "text2")
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.aside)
        self.nothing = label("", "body", "text2", wrap=True)
        self.nothing.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16 - inset, 12, 16 - inset, 12)
        for part in (top, self.nothing):
            part.setContentsMargins(inset, 0, inset, 0)
        self.column.setSpacing(8)
        self.column.addLayout(top)
        self.column.addWidget(self.nothing)

    def say_nothing(self, text: str) -> None:
        """Why there is nothing below the title; "" when there is something."""
        self.nothing.setText(text)
        self.nothing.setVisible(bool(text))
