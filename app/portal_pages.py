"""The pages of the window that show one portal, in the order of the rail."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app import RESOURCES
from app.services.desk import Desk
from app.services.scenarios import read_scenario
from app.ui.alerts.page import AlertsPage
from app.ui.bots.page import BOTS, BotsPage
from app.ui.calls.page import CallsPage
from app.ui.connectors.page import ConnectorsPage
from app.ui.customers.page import CustomersPage
from app.ui.dialogs.page import DialogsPage
from app.ui.forward.page import FORWARDING, ForwardPage
from app.ui.pages import ALERTS
from app.ui.queue.page import QUEUE, QueuePage
from app.ui.scenarios.page import ScenariosPage
from app.ui.scenarios.presenter import Play
from app.ui.statistics.page import STATISTICS, StatisticsPage
from app.ui.style import Theme
from app.ui.supervise.flow import ACTIONS
from app.ui.supervise.log_page import ActionsPage


def portal_pages(
    desk: Desk, theme: Theme, play: Play | None
) -> Iterator[tuple[str, str, str, QWidget]]:
    """Key, icon, title and page. Without `play` scenarios are shown but cannot be played."""

    yield (
        "dialogs",
        "dialogs",
        QCoreApplication.translate("Console", "Dialogs"),
        DialogsPage(desk, theme),
    )
    yield (
        "connectors",
        "plug",
        QCoreApplication.translate("Console", "Connectors"),
        ConnectorsPage(desk, theme),
    )
    yield (
        STATISTICS,
        "chart",
        QCoreApplication.translate("Console", "Statistics"),
        StatisticsPage(desk, theme),
    )
    yield (
        "calls",
        "calls",
        QCoreApplication.translate("Console", "Calls"),
        CallsPage(desk.traffic, desk.shown_calls, theme),
    )
    yield (
        "customers",
        "users",
        QCoreApplication.translate("Console", "Customers"),
        CustomersPage(desk, theme),
    )
    yield (
        BOTS,
        "bot",
        QCoreApplication.translate("Console", "Chatbots"),
        BotsPage(desk, theme),
    )
    yield from _pages_of_the_trade(desk, theme, play)


def _pages_of_the_trade(
    desk: Desk, theme: Theme, play: Play | None
) -> Iterator[tuple[str, str, str, QWidget]]:
    """Those for whoever builds a connector, and those without a place in the rail."""
    stories = [read_scenario(path) for path in sorted(RESOURCES.glob("scenarios/*.yaml"))]
    yield (
        "scenarios",
        "flow",
        QCoreApplication.translate("Console", "Scenarios"),
        ScenariosPage(stories, play, theme),
    )
    yield (
        QUEUE,
        "list",
        QCoreApplication.translate("Console", "Queue"),
        QueuePage(desk, theme),
    )
    yield (
        FORWARDING,
        "send",
        QCoreApplication.translate("Console", "Forwarding", "in the rail"),
        ForwardPage(desk, theme),
    )
    yield ALERTS, "", QCoreApplication.translate("Console", "Alerts"), AlertsPage(desk, theme)
    yield (
        ACTIONS,
        "",
        QCoreApplication.translate("Console", "Log of acts"),
        ActionsPage(desk, theme),
    )
