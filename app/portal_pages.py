"""The pages of the window that show one portal, in the order of the rail.

None is made here: each is loaded and made when the window first needs it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app import RESOURCES
from app.ui.pages import ACTIONS, ALERTS, BOTS, CALLS, FORWARDING, QUEUE, STATISTICS
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.scenarios.presenter import Play

Make: TypeAlias = Callable[[], QWidget]
Place: TypeAlias = tuple[str, str, str, Make]


def portal_pages(desk: "Desk", theme: Theme, play: "Play | None") -> Iterator[Place]:
    """Key, icon, title, and how the page is made. Without an icon it has no place in the rail;
    without `play` scenarios are shown but cannot be played.
    """
    translate, shows = QCoreApplication.translate, (desk, theme)
    yield "dialogs", "dialogs", translate("Console", "Dialogs"), partial(_dialogs, *shows)
    yield "connectors", "plug", translate("Console", "Connectors"), partial(_connectors, *shows)
    yield STATISTICS, "chart", translate("Console", "Statistics"), partial(_statistics, *shows)
    yield CALLS, "calls", translate("Console", "Calls"), partial(_calls, *shows)
    yield "customers", "users", translate("Console", "Customers"), partial(_customers, *shows)
    yield BOTS, "bot", translate("Console", "Chatbots"), partial(_bots, *shows)
    scenarios = partial(_scenarios, theme, play)
    yield "scenarios", "flow", translate("Console", "Scenarios"), scenarios
    yield QUEUE, "list", translate("Console", "Queue"), partial(_queue, *shows)
    forwarding = translate("Console", "Forwarding", "in the rail")
    yield FORWARDING, "send", forwarding, partial(_forwarding, *shows)
    yield ALERTS, "", translate("Console", "Alerts"), partial(_alerts, *shows)
    yield ACTIONS, "", translate("Console", "Log of acts"), partial(_actions, *shows)


def _dialogs(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.dialogs.page import DialogsPage

    return DialogsPage(desk, theme)


def _connectors(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.connectors.page import ConnectorsPage

    return ConnectorsPage(desk, theme)


def _statistics(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.statistics.page import StatisticsPage

    return StatisticsPage(desk, theme)


def _calls(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.calls.page import CallsPage

    return CallsPage(desk.traffic, desk.shown_calls, theme)


def _customers(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.customers.page import CustomersPage

    return CustomersPage(desk, theme)


def _bots(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.bots.page import BotsPage

    return BotsPage(desk, theme)


def _scenarios(theme: Theme, play: "Play | None") -> QWidget:
    from app.services.scenarios import read_scenario
    from app.ui.scenarios.page import ScenariosPage

    stories = [read_scenario(path) for path in sorted(RESOURCES.glob("scenarios/*.yaml"))]
    return ScenariosPage(stories, play, theme)


def _queue(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.queue.page import QueuePage

    return QueuePage(desk, theme)


def _forwarding(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.forward.page import ForwardPage

    return ForwardPage(desk, theme)


def _alerts(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.alerts.page import AlertsPage

    return AlertsPage(desk, theme)


def _actions(desk: "Desk", theme: Theme) -> QWidget:
    from app.ui.supervise.log_page import ActionsPage

    return ActionsPage(desk, theme)
