"""The head of the portal's page: which portal, which application, who is signed in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.domain.portal import Capabilities, PortalKind, Profile
from app.ui.style import Theme
from app.ui.widgets import Badge, ElidedLabel, IconLabel, label


class PortalHead(QWidget):
    """Name, kind and lock on one line; below it the facts by which the vendor knows a portal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = IconLabel(theme, "globe", "accent", 24)
        self.name = ElidedLabel("", "page")
        self.kind = Badge(theme)
        self.lock = Badge(theme, "", "warning")
        names = {
            "address": self.tr("Address"),
            "member": self.tr("Portal's id"),
            "application": self.tr("Application"),
            "user": self.tr("Signed in"),
        }
        middle = Qt.TextElideMode.ElideMiddle
        self.facts = {key: ElidedLabel("", "body", mode=middle) for key in names}
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (self._icon, self.name, self.kind, self.lock):
            top.addWidget(part)
        top.addStretch(1)
        grid = QGridLayout()
        grid.setContentsMargins(32, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (key, text) in enumerate(names.items()):
            grid.addWidget(label(text, "body", "text2"), row, 0)
            grid.addWidget(self.facts[key], row, 1)
            self.facts[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(grid)

    def show_portal(self, profile: Profile, allowed: Capabilities | None) -> None:
        """This one; `allowed` is None for one that is not open."""
        sandbox = profile.kind is PortalKind.SANDBOX
        self._icon.set_icon("lamp" if sandbox else "globe", "accent")
        self.name.setText(neutral(profile.name))
        words = self.tr("SANDBOX") if sandbox else self.tr("PRODUCTION")
        self.kind.set(words, profile.kind.value)
        self.lock.set(self.tr("READ ONLY") if profile.read_only else "")
        self.facts["address"].setText(profile.address)
        self.facts["member"].setText(profile.member_id)
        self.facts["application"].setText(profile.client_id)
        if allowed is None:
            self.facts["user"].setText(self.tr("not open"))
            return
        user = neutral(allowed.user.name)
        role = self.tr("{user}, administrator") if allowed.admin else self.tr("{user}, employee")
        self.facts["user"].setText(role.format(user=user))
