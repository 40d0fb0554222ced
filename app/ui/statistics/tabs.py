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
    if key == ANSWERS:
        from app.ui.statistics.answers import AnswersTab

        return AnswersTab(theme)
    if key == OPERATORS:
        from app.ui.statistics.operators_tab import OperatorsTab

        return OperatorsTab(theme)
    if key == DELIVERY:
        from app.ui.statistics.delivery import DeliveryTab

        return DeliveryTab(theme)
    if key != BOARD:
        raise KeyError(key)
    from app.ui.statistics.board import BoardTab

    return BoardTab(desk, theme)
