"""The small widgets do what they show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.errors import Explained
from app.ui.widgets import (
    Action,
    Badge,
    Button,
    CopyField,
    Countdown,
    ElidedLabel,
    EmptyState,
    ErrorPanel,
    FormField,
    IconButton,
    Meter,
    SearchField,
    SecretField,
    Segments,
    Switch,
)


@pytest.fixture
def show(qtbot):
    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return shown


def test_the_space_key_toggles_a_switch(qtbot, theme, show):
    switch, told = show(Switch(theme, "Pause polling")), []
    switch.toggled.connect(told.append)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert told == [True]
    assert switch.accessibleName() == "Pause polling"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_a_button(qtbot, theme, show, key):
    button, told = show(Button(theme, "Answer")), []
    button.clicked.connect(lambda: told.append("pressed"))
    qtbot.keyClick(button, key)
    assert told == ["pressed"]


def test_a_segment_is_chosen_by_a_click_and_tells_its_key(qtbot, theme, show):
    segments = show(Segments(theme, "Theme", [("a", "All"), ("b", "Errors"), ("c", "Writes")]))
    told = []
    segments.chosen.connect(told.append)
    assert segments.choice == "a"
    qtbot.mouseClick(segments._buttons["c"], Qt.MouseButton.LeftButton)
    assert segments.choice == "c"
    assert told == ["c"]
    segments.choose("b")
    assert told == ["c"]


@pytest.mark.parametrize(
    ("value", "token"), [(0, "accentFill"), (29, "accentFill"), (30, "warning"), (45, "danger")]
)
def test_a_meter_warns_before_it_is_full(qtbot, theme, show, value, token):
    meter = show(Meter(theme, "Rate"))
    meter.set(value, 50)
    assert meter.token == token
    assert meter.accessibleDescription() == f"{value} / 50"


def test_a_meter_without_a_limit_shows_nothing(qtbot, theme, show):
    meter = show(Meter(theme, "Rate"))
    meter.set(5, 0)
    assert meter.token == "accentFill"


def test_a_countdown_says_its_seconds_and_never_less_than_none(qtbot, theme, show):
    ring = show(Countdown(theme, 30))
    ring.set(-3)
    assert ring.left == 0
    assert ring.accessibleName() == "0"


def test_a_long_label_ends_in_dots_and_keeps_its_whole_text_as_tooltip(qtbot, theme, show):
    label = show(ElidedLabel("A rather long name of a portal"))
    label.resize(60, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == "<p>A rather long name of a portal</p>"
    label.resize(600, 20)
    assert label.text() == label.whole_text()
    assert label.toolTip() == ""


def test_a_tooltip_shows_foreign_text_as_it_is(qtbot, theme, show):
    label = show(ElidedLabel("<img src=file:///etc/passwd> & a rather long name"))
    label.resize(60, 20)
    assert label.toolTip().startswith("<p>&lt;img src")
    assert "&amp; a rather" in label.toolTip()


def test_a_badge_without_a_word_is_not_there(qtbot, theme, show):
    badge = show(Badge(theme, "SANDBOX", "sandbox"))
    assert badge.isVisible()
    badge.set("")
    assert not badge.isVisible()


def test_a_value_is_copied_with_its_button(qtbot, theme, show):
    field = show(CopyField(theme, "Redirect", "http://127.0.0.1:53682/callback"))
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:53682/callback"
    assert field.button.text() == "Copied"


def test_a_secret_is_hidden_until_the_eye_is_pressed(qtbot, theme, show):
    field = show(SecretField(theme, "Client secret"))
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide what is typed"


def test_a_problem_stands_below_its_field_and_goes_away(qtbot, theme, show):
    field, repaired = show(FormField(theme, "ID", QLineEdit("a.b"), "hint", beside=128)), []
    field.repaired.connect(lambda: repaired.append(True))
    field.set_problem("A dot is not allowed here", "Use a_b")
    assert field.problem() == "A dot is not allowed here"
    assert field.line.accessibleDescription() == "A dot is not allowed here"
    qtbot.mouseClick(field.repair, Qt.MouseButton.LeftButton)
    assert repaired == [True]
    field.set_problem("")
    assert field.problem() == ""
    assert field.note.text() == "hint"


def test_escape_clears_a_search_first(qtbot, theme, show):
    search = show(SearchField(theme, "Search dialogs", "Ctrl F"))
    qtbot.keyClicks(search, "anna")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_an_empty_state_offers_one_primary_action(qtbot, theme, show):
    done = []
    actions = [Action("Write", lambda: done.append("write")), Action("Play", lambda: None)]
    empty = show(EmptyState(theme, "dialogs", "No dialogs yet", "They appear here.", actions))
    kinds = [button.property("kind") for button in empty.buttons]
    assert kinds == ["primary", "normal"]
    qtbot.mouseClick(empty.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["write"]


def test_an_error_says_what_happened_and_what_to_do(qtbot, theme, show):
    panel, asked = ErrorPanel(theme, "What now?", dismissable=True), []
    qtbot.addWidget(panel)
    panel.action.connect(lambda: asked.append(True))
    panel.show_error(Explained("The line refuses messages", "", "Activate it", "NOT_ACTIVE_LINE"))
    assert panel.isVisible()
    assert panel.code.text() == "NOT_ACTIVE_LINE"
    assert not panel.text.isVisible()
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert asked == [True]
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_an_error_shows_the_words_of_the_vendor_beside_the_code(qtbot, theme, show):
    panel = ErrorPanel(theme)
    qtbot.addWidget(panel)
    explained = Explained("Access denied", "No right.", "", "ACCESS_DENIED", "Access denied! Sorry")
    panel.show_error(explained)
    assert panel.code.text() == "ACCESS_DENIED  Access denied! Sorry"
    panel.show_error(Explained("Refused", "The moon", "", "NEW", "The moon"))
    assert panel.code.text() == "NEW"


def test_a_long_path_makes_no_error_wider_than_its_page(theme, show):
    panel = show(ErrorPanel(theme))
    path = "/nowhere/" + "authorities" * 8 + ".pem"
    panel.show_error(Explained("Not found", "", "", "CA_MISSING", path))
    assert panel.minimumSizeHint().width() <= 320
    assert path in panel.code.text().replace("\u200b", "")


def test_a_busy_button_keeps_its_label_and_width(qtbot, theme, show):
    button = show(Button(theme, "Connect", "primary", "plus"))
    before = button.sizeHint()
    button.set_busy(True)
    assert not button.isEnabled()
    assert button.text() == "Connect"
    assert button.sizeHint() == before


def test_the_icon_of_a_disabled_button_can_be_seen(qtbot, theme, show):
    button = show(Button(theme, "Send", "primary", "send"))
    button.setEnabled(False)
    image = button.icon().pixmap(button.iconSize(), QIcon.Mode.Disabled).toImage()
    pixels = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert theme.colour("textDisabled").name() in pixels
    button.setEnabled(True)
    image = button.icon().pixmap(button.iconSize()).toImage()
    pixels = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert theme.colour("onAccent").name() in pixels


def test_a_button_that_changes_brings_no_new_pictures(theme, show):
    """Qt keeps every picture that it painted on a button, until there are ten thousand of them."""
    button = show(Button(theme, "Send", "primary", "send"))
    seen = set()
    for _ in range(4):
        for kind, icon, enabled in (("primary", "send", True), ("normal", "swap", False)):
            button.set_kind(kind)
            button.set_icon(icon)
            button.setEnabled(enabled)
            seen.add(button.icon().pixmap(button.iconSize(), QIcon.Mode.Normal).cacheKey())
    assert len(seen) == 2


def test_a_button_can_lose_its_icon(qtbot, theme, show):
    button = show(Button(theme, "Send", "normal", "send"))
    button.set_icon("")
    assert button.icon().isNull()


def test_an_icon_button_has_a_name(qtbot, theme, show):
    assert show(IconButton(theme, "more", "More")).accessibleName() == "More"


def test_everything_is_painted_in_every_theme(qtbot, theme, show):
    parts = [
        Badge(theme, "3", "count"),
        Meter(theme, "Rate"),
        Countdown(theme),
        Switch(theme, "On"),
        Segments(theme, "x", [("a", "A"), ("b", "B")]),
        EmptyState(theme, "plug", "Nothing", "Nothing here."),
    ]
    for part in parts:
        show(part)
    for name in ("dark", "high_contrast", "light"):
        theme.set_name(name)
        assert all(not part.grab().isNull() for part in parts)
