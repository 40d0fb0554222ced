"""Three themes that can be read, one icon family, one stylesheet."""

import json
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.ui.style import ICONS, STYLE, THEMES, dress, icon_names

GROUNDS = ("bg0", "bg1", "bg2", "raised", "hover", "selection")
TEXTS = ("text1", "text2", "text3", "accent", "success", "warning", "danger")
TEXTS += ("customer", "operator", "bot")
SOFT = {
    "accent": "accentSoft",
    "success": "successSoft",
    "warning": "warningSoft",
    "danger": "dangerSoft",
    "customer": "customerBubble",
    "operator": "operatorBubble",
    "bot": "botBubble",
    "system": "systemBubble",
}


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_every_ground(theme, name):
    theme.set_name(name)
    least = 7.0 if name == "high_contrast" else 4.5
    for text, ground in product(TEXTS, GROUNDS):
        ratio = contrast(theme.colour(text), theme.colour(ground))
        assert ratio >= least, f"{text} on {ground}: {ratio:.2f}"
    for text, ground in SOFT.items():
        assert contrast(theme.colour(text), theme.colour(ground)) >= least
    for fill in ("accentFill", "accentFillHover", "accentFillPressed", "dangerFill"):
        assert contrast(theme.colour("onAccent"), theme.colour(fill)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_controls_and_focus_can_be_seen(theme, name):
    theme.set_name(name)
    for sign, ground in product(("borderStrong", "focus"), ("bg0", "bg1", "bg2", "raised")):
        assert contrast(theme.colour(sign), theme.colour(ground)) >= 3.0


@pytest.mark.parametrize("name", THEMES)
def test_initials_can_be_read_on_their_avatar(theme, name):
    theme.set_name(name)
    for text in ("Anna Kovaleva", "Мартин Берг", "Guest 4471", "", "x"):
        ground, letters = theme.avatar(text)
        assert contrast(ground, letters) >= 4.5
        assert theme.avatar(text) == (ground, letters)


def test_every_theme_names_the_same_colours():
    tokens = json.loads((STYLE / "tokens.json").read_text("utf-8"))
    names = [set(theme["colours"]) for theme in tokens["themes"].values()]
    assert names[0] == names[1] == names[2]


@pytest.mark.parametrize("name", THEMES)
def test_the_stylesheet_has_no_open_placeholder(qtbot, theme, name):
    window = QWidget()
    qtbot.addWidget(window)
    theme.look_after(window)
    theme.set_name(name)
    assert "$" not in window.styleSheet()
    assert theme.colour("text2").name() in window.styleSheet()


def test_changing_the_theme_is_told_once(theme):
    told = []
    theme.changed.connect(lambda: told.append(theme.name))
    theme.set_name("dark")
    theme.set_name("dark")
    assert told == ["dark"]
    assert theme.dark


def test_a_theme_that_does_not_exist_means_the_system(theme):
    theme.set_name("sepia")
    assert theme.choice == "system"
    assert theme.name in THEMES


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_in_the_colour_that_is_asked_for(theme, name):
    image = theme.pixmap(name, "danger", 20, dpr=2).toImage()
    assert image.width() == 40
    wanted = theme.colour("danger").rgb()
    pixels = [image.pixel(x, y) for x in range(40) for y in range(40)]
    assert wanted in pixels


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_belongs_to_the_family(name):
    text = (ICONS / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert "currentColor" in text
    assert "script" not in text
    assert "href" not in text


def test_a_property_takes_effect_at_once(qtbot, theme):
    widget = QWidget()
    qtbot.addWidget(widget)
    dress(widget, tone="danger")
    assert widget.property("tone") == "danger"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_words_in_an_empty_field_can_be_read(qtbot, theme, name, kind):
    theme.set_name(name)
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("Search")
    field.ensurePolished()
    drawn = field.palette().color(QPalette.ColorRole.PlaceholderText)

    assert drawn.alpha() == 255
    least = 7.0 if name == "high_contrast" else 4.5
    assert contrast(drawn, theme.colour("bg1")) >= least
