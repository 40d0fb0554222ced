"""The frame of everything on the board: a card with a title and what stands below it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui.widgets import ElidedLabel, label


class Card(QFrame):
    """`aside` are grey words at the right of the title, `nothing` those of an empty card."""

    def __init__(self, title: str) -> None:
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
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.column.addLayout(top)
        self.column.addWidget(self.nothing)

    def say_nothing(self, text: str) -> None:
        """Why there is nothing below the title; "" when there is something."""
        self.nothing.setText(text)
        self.nothing.setVisible(bool(text))
