"""The look: colours, sizes, fonts and icons of the three themes. Knows no page.

Everything comes from `resources/style/tokens.json`, the stylesheet beside it and the SVG icons.
Custom painting asks the `Theme` object; ordinary widgets get the palette, and one
stylesheet from the window that they stand in.
"""

import json
import re
from functools import cache
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from app import RESOURCES

STYLE = RESOURCES / "style"
ICONS = RESOURCES / "icons"
#: The tokens of an ordinary icon and of a disabled one.
PLAIN = "text2"
GREY = "textDisabled"
#: What QApplication is made with: the style that stylesheets work best on.
ARGUMENTS = ["-style", "Fusion"]
THEMES = ("light", "dark", "high_contrast")
_LOOKED_AFTER = "lookedAfter"
_LARGE_TEXT = 15.5  # logical pixels: a system font above this was made large by the person


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads((STYLE / "tokens.json").read_text("utf-8"))
    return tokens


@cache
def _svg(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text("utf-8")


class Theme(QObject):
    """One theme for the whole application; `changed` after every new look.

    The application has to be made with `ARGUMENTS`: setting the style later would build two.
    """

    changed = Signal()

    def __init__(self, app: QApplication, name: str = "system") -> None:
        super().__init__()
        self._app = app
        self._choice = self._name = ""
        self._colours: dict[str, QColor] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._wide: dict[tuple[int, int], QPixmap] = {}
        self._style = ""
        self._fonts: dict[str, QFont] = {}
        app.fontChanged.connect(self._on_font_changed)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._scale = _text_scale(app.font())
        self.set_name(name)

    @property
    def name(self) -> str:
        """ "light", "dark" or "high_contrast": what is shown now."""
        return self._name

    @property
    def choice(self) -> str:
        """What the person chose: a theme's name or "system"."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Whether the background is dark."""
        return bool(_tokens()["themes"][self._name]["dark"])

    def set_name(self, name: str) -> None:
        """Show that theme; "system" follows the desktop."""
        self._choice = name if name in THEMES else "system"
        self._show(self._choice if self._choice != "system" else self._system())

    def look_after(self, window: QWidget) -> None:
        """Give a window without a parent the stylesheet, and each later one. Parts that are put
        together outside of a window are styled once, when they come into it: with a stylesheet of
        the application each would be styled again with every layout that it is put into.
        """
        if not window.property(_LOOKED_AFTER):
            window.setProperty(_LOOKED_AFTER, True)
            window.setStyleSheet(self._style)

    def colour(self, token: str) -> QColor:
        """A colour by its token name; an unknown name is a mistake in our code."""
        return self._colours[token]

    def font(self, role: str = "body") -> QFont:
        """A font by role: caption, small, body, strong, title, page or mono. Whoever asks may
        change it.
        """
        if role not in self._fonts:
            self._fonts[role] = self._font(role)
        return QFont(self._fonts[role])

    def metric(self, name: str) -> int:
        """A size of tokens.json in logical pixels."""
        return int(_tokens()["metrics"][name])

    def avatar(self, text: str) -> tuple[QColor, QColor]:
        """Background and text colour of an avatar; the same text always gets the same pair."""
        pairs = _tokens()["themes"][self._name]["avatars"]
        background, foreground = pairs[sum(text.encode("utf-8", "surrogatepass")) % len(pairs)]
        return QColor(background), QColor(foreground)

    def pixmap(self, name: str, token: str = PLAIN, size: int = 16, dpr: float = 0) -> QPixmap:
        """An icon in a token's colour, sharp at `dpr` (the screen's own when 0)."""
        dpr = dpr or float(self._app.devicePixelRatio())
        key = (name, self._colours[token].name(), size, dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = _render(name, key[1], size, dpr)
        return self._pixmaps[key]

    def icon(self, name: str, token: str = PLAIN, size: int = 16, gap: int = 0) -> QIcon:
        """An icon for a button or menu; Qt greys it when disabled. `gap` is room at its right."""
        shown = self._with_gap(self.pixmap(name, token, size), gap)
        icon = QIcon(shown)
        if token == GREY:
            icon.addPixmap(shown, QIcon.Mode.Disabled)  # grey already: Qt would make it paler
        return icon

    def _with_gap(self, pixmap: QPixmap, gap: int) -> QPixmap:
        """One for each picture: Qt keeps every picture that it painted as an icon, thousands of
        them if each button brought a new one whenever it changes.
        """
        key = (pixmap.cacheKey(), gap)
        if key not in self._wide:
            self._wide[key] = _widened(pixmap, gap)
        return self._wide[key]

    def _font(self, role: str) -> QFont:
        font = QFont(self._app.font())
        if role == "mono":
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._pixels(role))
        font.setWeight(QFont.Weight(_tokens()["weights"][role]))
        return font

    def _pixels(self, role: str) -> int:
        pixels: float = _tokens()["fonts"][role][0]
        return round(pixels * self._scale)

    def _system(self) -> str:
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _on_scheme_changed(self) -> None:
        if self._choice == "system":
            self._show(self._system())

    def _on_font_changed(self, _font: QFont) -> None:
        self._fonts.clear()

    def _show(self, name: str) -> None:
        if name == self._name:
            return
        self._name = name
        colours = _tokens()["themes"][name]["colours"]
        self._colours = {token: QColor(value) for token, value in colours.items()}
        self._app.setFont(self.font("body"))
        self._fonts.clear()
        self._app.setPalette(self._palette())
        self._style = self._sheet()
        for window in self._app.topLevelWidgets():
            if window.property(_LOOKED_AFTER):
                window.setStyleSheet(self._style)
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette, role = QPalette(), QPalette.ColorRole
        for target, token in {
            role.Window: "bg1", role.WindowText: "text1", role.Base: "bg1", role.Text: "text1",
            role.AlternateBase: "bg2", role.Button: "bg1", role.ButtonText: "text1",
            role.ToolTipBase: "raised", role.ToolTipText: "text1", role.BrightText: "onAccent",
            role.Highlight: "accentFill", role.HighlightedText: "onAccent", role.Link: "accent",
            role.LinkVisited: "accent", role.PlaceholderText: "text3", role.Accent: "accentFill",
            role.Mid: "border", role.Dark: "borderStrong", role.Light: "raised",
        }.items():  # fmt: skip
            palette.setColor(target, self._colours[token])
        for target in (role.Text, role.WindowText, role.ButtonText):
            disabled = self._colours["textDisabled"]
            palette.setColor(QPalette.ColorGroup.Disabled, target, disabled)
        return palette

    def _sheet(self) -> str:
        values = {token: colour.name() for token, colour in self._colours.items()}
        values |= {role: f"{self._pixels(role)}px" for role in _tokens()["fonts"]}
        values |= {"theme": self._name, "style": STYLE.as_posix()}
        values["monoFamily"] = self.font("mono").family()
        sheet = (STYLE / "console.qss").read_text("utf-8")
        return re.sub(r"\$(\w+)", lambda match: values[match[1]], sheet.partition("*/")[2])


def dress(widget: QWidget, **properties: str | bool) -> None:
    """Set style properties (`role`, `tone`, `kind`, `problem`, `card`) and apply them at once."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in ICONS.glob("*.svg") if path.stem != "app"))


def _text_scale(font: QFont) -> float:
    pixels = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * 96 / 72
    return pixels / 13 if pixels > _LARGE_TEXT else 1.0


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


def _render(name: str, colour: str, size: int, dpr: float) -> QPixmap:
    # QtSvg does not resolve currentColor, so the colour goes in before rendering.
    data = QByteArray(_svg(name).replace("currentColor", colour).encode())
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(data).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
