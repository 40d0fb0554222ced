"""The top of the window: which portal, the palette, the rate meter and the health chip."""

from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from app.ui.bell import Bell
from app.ui.labels import Badge, ElidedLabel, IconLabel, label, plain_tip
from app.ui.meters import Meter
from app.ui.pages import ALERTS
from app.ui.standing_pages import PORTAL
from app.ui.style import Theme, dress

if TYPE_CHECKING:  # the first paint knows no portal, so it needs no facts about one
    from app.domain.portal import Profile
    from app.ui.desk_watch import Facts
    from app.ui.status_words import StatusWords

#: Portals that the menu offers; the others stand on the portal's page.
_MOST = 12
_NAME, _HOST = 260, 240  # pixels that they take in the menu
_DOTS = {"success": "success", "warning": "warning", "danger": "danger", "": "text3"}


class PortalChip(QPushButton):
    """Name, address and kind of the portal; opens a menu."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("portalChip")
        self._icon = IconLabel(theme, "globe", "text2")
        self.name = ElidedLabel("", "strong")
        self.address = label("", "mono", "text3")
        self.badge = Badge(theme)
        self.lock = IconLabel(theme, "lock", "warning")
        self.lock.setToolTip(self.tr("Read only: nothing that changes something is sent"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        chevron = IconLabel(theme, "chevron-down", "text2")
        for part in (self._icon, self.name, self.address, self.badge, self.lock, chevron):
            row.addWidget(part)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(36)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The name may be cut, the badge never."""
        return self._row.minimumSize()

    def show_facts(self, facts: "Facts | None") -> None:
        """Say which portal this is, or that there is none."""
        kind = facts.kind.value if facts and facts.kind else ""
        self.name.setText(facts.portal if facts and facts.portal else self.tr("No portal"))
        told = facts.address if facts and facts.address != facts.portal else ""
        self.address.setText(told)
        words = {"sandbox": self.tr("SANDBOX"), "production": self.tr("PRODUCTION")}
        self.badge.set(words.get(kind, ""), kind or "neutral")
        self._icon.set_icon("lamp" if kind == "sandbox" else "globe", "accent" if kind else "text2")
        locked = facts is not None and facts.read_only
        self.lock.setVisible(locked)
        spoken = self.tr("Portal: {name} {kind}").format(
            name=self.name.whole_text(), kind=self.badge.text
        )
        lock = self.tr("read only") if locked else ""
        self.setAccessibleName(f"{spoken} {lock}".strip())
        self.updateGeometry()


class HealthChip(QPushButton):
    """How the feed is, in words, with the age of the last poll; opens a menu."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._tone = theme, ""
        self.setProperty("kind", "chip")
        self.setIconSize(QSize(12, 12))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._show_icon)

    def show_state(self, text: str, tone: str, more: str) -> None:
        """Words, colour and the longer story."""
        self.setText(text)
        self.setToolTip(plain_tip(more))
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)
        if tone != self._tone or self.icon().isNull():
            self._tone = tone
            dress(self, tone=tone)
            self._show_icon()

    def _show_icon(self) -> None:
        name = "alert" if self._tone == "danger" else "dot"
        self.setIcon(self._theme.icon(name, _DOTS[self._tone], 12))


class Header(QFrame):
    """Wires nothing: the window asks for what it needs by these signals."""

    palette_requested = Signal()
    sign_in_requested = Signal()
    sandbox_requested = Signal()
    sign_out_requested = Signal(bool)  # forget the keys too
    switch_requested = Signal(object)  # Profile
    page_requested = Signal(str)
    pause_requested = Signal(bool)
    poll_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(theme.metric("row_header"))
        self._theme = theme
        self._narrow: bool | None = None
        self._facts: Facts | None = None
        self._profiles: tuple[Profile, ...] = ()
        self.logo = IconLabel(theme, "link", "accent", 20)
        self.portal = PortalChip(theme)
        self.search = QPushButton()
        self.search.setObjectName("paletteButton")
        self.search.setAccessibleName(self.tr("Search or run a command"))
        self.search.setToolTip(self.tr("Search or run a command (Ctrl+K)"))
        self.rate = label(self.tr("Rate"), "small", "text2")
        self.meter = Meter(theme, self.tr("Rate"))
        self.level = label("", "small", "text2")
        self.health = HealthChip(theme)
        self.bell = Bell(theme)
        self._arrange()
        self.search.clicked.connect(self.palette_requested)
        self.portal.clicked.connect(self.open_portal_menu)
        self.health.clicked.connect(self._open_health_menu)
        self.bell.clicked.connect(lambda: self.page_requested.emit(ALERTS))

    @cached_property
    def _words(self) -> "StatusWords":
        from app.ui.status_words import StatusWords

        return StatusWords(self)

    def show_facts(self, facts: "Facts | None") -> None:
        """Show another state of affairs; None when no portal is open."""
        self._facts = facts
        self.portal.show_facts(facts)
        for part in (self.meter, self.level, self.health, self.bell):
            part.setVisible(facts is not None)
        self.rate.setVisible(facts is not None and not self._narrow)
        if facts is not None:
            self.tick(facts)

    def tick(self, facts: "Facts") -> None:
        """Show the ages and the level anew."""
        self._facts = facts
        self.bell.show_count(facts.alerts, urgent=facts.urgent)
        self.meter.set(facts.level, facts.capacity)
        self.level.setText(f"{facts.level:.0f}/{facts.capacity:.0f}")
        said = self._words.chip(facts.health, datetime.now(UTC), short=bool(self._narrow))
        self.health.show_state(said.text, said.tone, said.more)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out, in this order: the address, the palette's words, the word Rate."""
        if self._narrow is narrow:
            return
        self._narrow = narrow
        self.portal.address.setVisible(not narrow)
        for part in self._search_parts:
            part.setVisible(not narrow)
        self.search.setFixedWidth(36 if narrow else 256)
        self.meter.setFixedWidth(44 if narrow else 96)
        self.show_facts(self._facts)

    def set_portals(self, profiles: "tuple[Profile, ...]") -> None:
        """Which portals the menu offers, the one used last at the end."""
        self._profiles = profiles

    def follow_rail(self, width: int) -> None:
        """The logo stands over the middle of the rail."""
        self.logo_place.setFixedWidth(width)

    def open_portal_menu(self) -> None:
        """Everything that can be done about the portal."""
        from app.domain.portal import PortalKind

        menu = self._menu()
        self._list_portals(menu)
        page = self.tr("Portal and application…")
        menu.addAction(self._theme.icon("shield"), page, self._open_page)
        menu.addSeparator()
        menu.addAction(self._theme.icon("key"), self.tr("Sign in to a portal…"), self._sign_in)
        if self._facts is None or self._facts.kind is not PortalKind.SANDBOX:
            menu.addAction(self._theme.icon("lamp"), self.tr("Use the sandbox"), self._use_sandbox)
        if self._facts is not None:
            menu.addSeparator()
            out = self.tr("Sign out")
            menu.addAction(self._theme.icon("log-out"), out, lambda: self._sign_out(False))
            forget = self.tr("Sign out and forget the keys…")
            menu.addAction(self._theme.icon("trash"), forget, lambda: self._sign_out(True))
        menu.popup(self.portal.mapToGlobal(QPoint(0, self.portal.height() + 2)))

    def _list_portals(self, menu: QMenu) -> None:
        """The portals used last, the open one with a tick; names that are equal tell their host."""
        open_now = self._facts.key if self._facts is not None else ""
        for profile in self._profiles[: -_MOST - 1 : -1]:
            action = menu.addAction(self._menu_text(profile, menu).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(profile.key == open_now)
            action.triggered.connect(partial(self._switch, profile))
        more = len(self._profiles) - _MOST
        if more > 0:
            menu.addAction(self.tr("%n more portal(s)…", "", more), self._open_page)
        if self._profiles:
            menu.addSeparator()

    def _menu_text(self, profile: "Profile", menu: QMenu) -> str:
        """Name, host and, where a slip would hurt, what kind of portal it is."""
        from app.domain.portal import PortalKind

        metrics, middle = menu.fontMetrics(), Qt.TextElideMode.ElideMiddle
        address = profile.address.partition("://")[2]
        host = metrics.elidedText(address, middle, _HOST)
        name = metrics.elidedText(profile.name, Qt.TextElideMode.ElideRight, _NAME)
        parts = [f"{name}  {host}" if profile.name != address else host]
        if profile.kind is PortalKind.PRODUCTION:
            parts.append(self.tr("production"))
        if profile.read_only:
            parts.append(self.tr("read only"))
        return " · ".join(parts)

    def _open_health_menu(self) -> None:
        menu = self._menu()
        if self._facts is not None and self._facts.health.state == "paused":
            icon = self._theme.icon("play")
            menu.addAction(icon, self.tr("Resume polling"), lambda: self._pause(False))
        else:
            icon = self._theme.icon("pause")
            menu.addAction(icon, self.tr("Pause polling"), lambda: self._pause(True))
        menu.addAction(self._theme.icon("refresh"), self.tr("Poll now"), self._poll)
        menu.popup(self.health.mapToGlobal(QPoint(0, self.health.height() + 2)))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _switch(self, profile: "Profile", _checked: bool = False) -> None:
        self.switch_requested.emit(profile)

    def _open_page(self) -> None:
        self.page_requested.emit(PORTAL)

    def _sign_in(self) -> None:
        self.sign_in_requested.emit()

    def _use_sandbox(self) -> None:
        self.sandbox_requested.emit()

    def _sign_out(self, forget: bool) -> None:
        self.sign_out_requested.emit(forget)

    def _pause(self, pause: bool) -> None:
        self.pause_requested.emit(pause)

    def _poll(self) -> None:
        self.poll_requested.emit()

    def _arrange(self) -> None:
        inner = QHBoxLayout(self.search)
        inner.setContentsMargins(9, 0, 7, 0)
        words = label(self.tr("Search or run a command"), "small", "text2")
        key = label("Ctrl K", "caption")
        key.setProperty("kbd", "true")
        inner.addWidget(IconLabel(self._theme, "search"))
        inner.addWidget(words, 1)
        inner.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._search_parts = (words, key)
        self.logo_place = QWidget()
        place = QHBoxLayout(self.logo_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.logo_place)
        row.addSpacing(4)
        row.addWidget(self.portal, 0)
        row.addStretch(1)
        for part in (self.search, self.rate, self.meter, self.level, self.health, self.bell):
            row.addWidget(part)
