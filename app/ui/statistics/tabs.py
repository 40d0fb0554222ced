"""The segments of the Statistics page, and how each is made: late, since plots are heavy."""

from typing import TYPE_CHECKING

from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.statistics.tab import Tab

BOARD, ANSWERS, OPERATORS, DELIVERY = "board", "answers", "operators", "delivery"
TABS = (BOARD, ANSWERS, OPERATORS, DELIVERY)


def make_tab(key: str, desk: "Desk", theme: Theme) -> "Tab":
    """The widget of a segment."""
    if key not in TABS:
        raise KeyError(key)
    from app.ui.statistics.board import BoardTab

    return BoardTab(desk, theme)
