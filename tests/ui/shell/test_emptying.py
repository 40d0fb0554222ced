"""A layout gives its widgets back, all of them and in their order."""

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui.emptying import take_all


def test_every_widget_comes_out_and_lives_on(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    column = QVBoxLayout(home)
    labels = [QLabel(text) for text in "abc"]
    for each in labels:
        column.addWidget(each)

    assert take_all(column) == labels
    assert column.count() == 0
    assert [each.text() for each in home.findChildren(QLabel)] == ["a", "b", "c"]
    assert take_all(column) == []


def test_a_grid_can_be_filled_anew(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    grid = QGridLayout(home)
    grid.addWidget(QLabel("name"), 0, 0)
    grid.addWidget(QLabel("value"), 0, 1)
    assert len(take_all(grid)) == 2
    grid.addWidget(QLabel("another"), 0, 0)
    assert grid.count() == 1


def test_what_is_no_widget_stays(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    column = QVBoxLayout(home)
    column.addWidget(QLabel("a"))
    column.addStretch(1)
    assert len(take_all(column)) == 1
    assert column.count() == 1
