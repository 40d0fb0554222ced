"""No secret leaves: a careless portal plants forty in every answer, a whole story is played in the
real window, and then everything that came out is searched.
"""

import asyncio
import logging
import traceback
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from app.bitrix.connection import open_http
from app.bitrix.errors import BitrixError
from app.portal_pages import portal_pages
from app.sandbox.http.server import Options, create
from app.services.configuration import ConfigurationDesk
from app.services.configuration_file import write
from app.services.profiles import Profiles
from app.services.sealed import SealedVault
from app.services.session import load_keys
from app.services.traffic import Traffic
from app.settings import save_preferences
from app.ui.calls.detail import CallDetail
from app.ui.preferences import Preferences
from app.ui.window import MainWindow
from tests.helpers.canaries import CANARIES, Planting, leaks
from tests.helpers.desk import CONNECTOR, LINE, ORIGIN, Portal, connected, open_test_desk, written
from tests.helpers.logs import real_log

HANDLER_SECRET = "hndl5f0e8c4b7a1d2e3f60718293a4b5c6"
SIGN_SECRET = "sgn9c1d4e7f2a5b8c0d3e6f9a2b5c8d1e4f"
PASSPHRASE = "Correct-Horse-Battery-7"
FAILING = "imconnector.connector.data.set"


class Remembering(Portal):
    """Remembers the code that the browser brought."""

    code = ""

    async def browse(self, url):
        arrived = await super().browse(url)
        self.code = parse_qs(urlsplit(arrived).query)["code"][0]
        return arrived


def worded(kind, known={}):  # noqa: B006 - one answer for each class
    """The properties of a class of widgets that hold words."""
    name = kind.className()
    if name not in known:
        every = [kind.property(number) for number in range(kind.propertyCount())]
        known[name] = [each.name() for each in every if each.typeName() == "QString"]
    return known[name]


def shown(part):
    """Every word that a part of the window shows, keeps ready, or tells a screen reader."""
    for widget in (part, *part.findChildren(QWidget), *part.actions()):
        yield from (widget.property(name) for name in worded(widget.metaObject()))
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from rows(widget.model(), widget.rootIndex())


def rows(model, parent, deep=3):
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)
    more = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)
    flat = isinstance(model, QAbstractListModel | QAbstractTableModel)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (repr(model.data(index, role)) for role in (*roles, *more))
            if column == 0 and deep and not flat:
                yield from rows(model, index, deep - 1)


async def every_page(window, dialog):
    """What can be seen on every page, tab by tab."""
    seen = set()
    for key in (*window.page_keys, "settings", "portal"):
        window.open_page(key, dialog if key == "dialogs" else None)
        await asyncio.sleep(0.02)
        for tabs in window.findChildren(QTabWidget):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
        seen |= set(shown(window))
    return sorted(map(str, seen))


async def every_call(window, traffic):
    """One call of each sort looked at, and copied in both ways."""
    window.open_page("calls")
    page = window.page("calls")
    detail, clipboard, seen = page.findChild(CallDetail), QGuiApplication.clipboard(), set()
    sorts = {(each.method, each.status, each.error): each for each in traffic.records}
    for record in sorts.values():
        page.presenter.select(record)
        await asyncio.sleep(0)
        seen |= {*shown(detail), page.presenter.curl(), page.presenter.json(), repr(record)}
        clipboard.setText(page.presenter.curl())
        seen.add(clipboard.text())
    return sorted(map(str, seen))


async def checks(desk):
    """The doctor's proofs and everything else it says."""
    return [repr(finding) async for finding in desk.doctor.examine(CONNECTOR, LINE, whole=True)]


async def contacts(desk):
    """Which hosts were contacted."""
    told = [repr(each) for each in desk.traffic.hosts()]
    assert told
    return told


async def configuration(desk):
    """The configuration as a file. Addresses that hold a secret are left out."""
    for handler in (f"lamp.example/handler?auth={HANDLER_SECRET}", f"a.example/?key={SIGN_SECRET}"):
        params = {"event": "OnImConnectorMessageAdd", "handler": f"https://{handler}"}
        await desk.session.caller.call("event.bind", params)
    tool = ConfigurationDesk(desk.session, desk.connectors, desk.lines, desk.bindings)
    exported = await tool.export()
    assert len(exported.secret) == 2
    return [repr(exported), write(exported.configuration)]


async def objects(desk):
    """What a debugger, or a careless log line, would print."""
    return [repr(part) for part in (desk, desk.session, vars(desk.session), desk.profile)]


#: Whatever gives something away for a file, a report or another program belongs in here.
PRODUCERS = (configuration, checks, contacts, objects)


async def mishaps(sandbox, session, planting):
    """What is logged when things go wrong, by us and by others, with the locals of every frame."""
    log, told = logging.getLogger("somebody.else"), []
    planting.armed = True
    for method in (FAILING, "no.such.method", "imopenlines.config.get"):
        try:
            await session.caller.call(method, {"CONNECTOR": "none"})
        except BitrixError as error:
            told += [str(error), repr(error), error.description, *map(str, vars(error).values())]
            log.exception("It failed")
            told_all = traceback.TracebackException.from_exception(error, capture_locals=True)
            log.error("%s", "".join(told_all.format()))
    await sandbox.order("tokens", action="revoke", which="all")
    try:
        await session.caller.call("profile")
    except BitrixError as error:
        told += [str(error), repr(error), error.description]
        whole = traceback.TracebackException.from_exception(error, capture_locals=True)
        log.critical("%s", "".join(whole.format()), stack_info=True)
    return told


def files(folder):
    """The content of every file, as text."""
    found = [each for each in Path(folder).rglob("*") if each.is_file()]
    return {
        f"file {each.relative_to(folder)}": each.read_bytes().decode("latin-1") for each in found
    }


@pytest.fixture
def traffic():
    return Traffic()


@pytest.fixture
async def portal(traffic):
    made = create(Options(auto_consent=True, rate_limit=False))
    planting = Planting(made.app)
    told = {"on_contact": traffic.contacted}
    async with open_http(transport=httpx.ASGITransport(app=planting), **told) as http:
        remembering = Remembering(http, made.describe(ORIGIN))
        remembering.planting = planting
        yield remembering


@pytest.fixture
async def vault(tmp_path, cheap_scrypt):
    return await SealedVault.create(tmp_path / "secrets.sealed", PASSPHRASE)


async def held_by(vault, profile, secrets):
    """What the vault holds just now is secret, too."""
    keys = await load_keys(vault, profile)
    pair = keys.tokens
    number = len(secrets)
    secrets |= {"client_secret": keys.client_secret, f"access {number}": pair.access}
    secrets |= {f"refresh {number}": pair.refresh}


def test_there_are_forty_canaries_and_the_search_finds_each_of_them():
    from tests.helpers.canaries import planted

    found = {name for _, name in leaks({"plain": repr(planted())}, CANARIES)}

    assert len(CANARIES) >= 40
    assert len(set(CANARIES.values())) == len(CANARIES)
    assert found >= set(CANARIES) - {"in a basic header"}


async def test_none_of_forty_secrets_is_anywhere_after_a_story_in_the_real_window(
    qtbot, theme, portal, traffic, vault, tmp_path, until, capsys
):
    secrets = {"passphrase": PASSPHRASE, "handler": HANDLER_SECRET, "sign": SIGN_SECRET, **CANARIES}
    seen = {}
    with real_log(tmp_path / "logs", debug=True):
        portal.planting.armed = True
        session = await portal.sign_in(vault=vault, traffic=traffic)
        Profiles(tmp_path).save(session.profile)
        save_preferences(tmp_path, Preferences())
        await held_by(vault, session.profile, secrets)
        async with open_test_desk(portal, tmp_path, session=session, traffic=traffic) as desk:
            window = MainWindow(theme, "0")
            qtbot.addWidget(window)
            for place in portal_pages(desk, theme, None):
                window.add_page(*place)
            window.show()
            window.set_desk(desk)
            await connected(desk)
            dialog = await written(desk, text="Where is my order?")
            await until(lambda: desk.dialogs.get(dialog).portal_chat)
            await portal.order("tokens", action="expire", which="access")
            await desk.connectors.refresh()
            await held_by(vault, session.profile, secrets)
            for producer in PRODUCERS:
                seen[producer.__name__] = "\n".join(await producer(desk))
            seen["window"] = "\n".join(await every_page(window, dialog))
            seen["calls"] = "\n".join(await every_call(window, traffic))
            seen["errors"] = "\n".join(await mishaps(portal, session, portal.planting))
            seen["window in trouble"] = "\n".join(await every_page(window, dialog))
            seen["calls in trouble"] = "\n".join(await every_call(window, traffic))
            seen["clipboard"] = QGuiApplication.clipboard().text()
            seen["vault"] = repr((vault, vars(vault)))
            window.set_desk(None)
            await window.clear_pages()
    secrets |= {"code": portal.code, "client_secret": portal.about["client_secret"]}
    said = capsys.readouterr()
    seen |= {"stdout": said.out, "stderr": said.err, **files(tmp_path)}

    assert portal.planting.answers > 20
    assert {"file logs/console.log", "file secrets.sealed", "file profiles.json"} <= set(seen)
    assert any("journal.sqlite" in place for place in seen)
    assert "Where is my order?" in seen["window"]
    assert len(secrets) >= 45
    assert leaks(seen, secrets) == set()
