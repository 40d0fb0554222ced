"""The request that would be sent, as JSON, as a form body or as a shell command, to be copied."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.calls.json_view import JsonView
from app.ui.calls.pretty import Layout, lines_with, pretty, raw
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconButton, Segments, label, line

if TYPE_CHECKING:
    from app.services.previews import RequestPreview

_LONGEST_STRING = 48


class RequestPane(QWidget):
    """Fields that are in error are marked in the JSON."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._preview: RequestPreview | None = None
        self._wrong: tuple[str, ...] = ()
        self.form = Segments(
            theme,
            self.tr("How to show the request"),
            [("json", "JSON"), ("form", self.tr("Form")), ("curl", "curl")],
        )
        self.form.chosen.connect(self._show)
        self.copy = IconButton(theme, "copy", self.tr("Copy the whole request"))
        self.copy.clicked.connect(self._copy)
        self.method = ElidedLabel("", "mono")
        self.view = JsonView(theme, self.tr("Request"))
        self._arrange()

    def show_preview(self, preview: "RequestPreview", wrong: Iterable[str] = ()) -> None:
        """Show a request; `wrong` are keys of fields in error."""
        self._preview, self._wrong = preview, tuple(wrong)
        self.method.setText(f"POST {preview.method}")
        self._show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Request"), "title"))
        head.addStretch(1)
        head.addWidget(self.form)
        head.addWidget(self.copy)
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        title = QHBoxLayout()
        title.setContentsMargins(12, 8, 12, 8)
        title.addWidget(self.method)
        inside.addLayout(title)
        inside.addWidget(line())
        inside.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(frame, 1)
        self.view.setMinimumHeight(200)

    def _show(self) -> None:
        if self._preview is None:
            return
        if self.form.choice != "json":
            text = self._preview.form if self.form.choice == "form" else self._preview.curl
            self.view.show_layout(raw(text))
            return
        layout = pretty(self._preview.json, _LONGEST_STRING)
        self.view.show_layout(layout, _marks(layout, self._wrong))

    def _copy(self) -> None:
        if self._preview is not None:
            text = {"form": self._preview.form, "curl": self._preview.curl}
            QGuiApplication.clipboard().setText(text.get(self.form.choice, self._preview.json))


def _marks(layout: Layout, wrong: tuple[str, ...]) -> list[tuple[int, int]]:
    keys = [each.rpartition(".")[2] for each in wrong]
    return [(number, number) for key in keys for number in lines_with(layout, key)]
