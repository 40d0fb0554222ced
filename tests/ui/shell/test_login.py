"""The sign-in dialog against the real sandbox, with the test as the browser."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from itertools import pairwise

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from shiboken6 import isValid

from app.bitrix.connection import open_http
from app.bitrix.errors import Refused, Unreachable
from app.domain.address import hide_webhook
from app.domain.portal import Profile
from app.services.profiles import Profiles
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.services.vault import MemoryVault
from app.ui.login.dialog import LoginDialog
from app.ui.login.places import Place, place_of
from app.ui.login.steps import Step
from tests.helpers.desk import Portal, open_sandbox

WEBHOOK = "https://lampco.bitrix24.com/rest/17/s3cr3ts3cr3t/"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
async def portal() -> AsyncIterator[Portal]:
    redirect = f"http://127.0.0.1:{free_port()}/callback"
    async with open_sandbox(redirect_uri=redirect) as opened:
        yield opened


class Stage:
    """The dialog and what happened round it."""

    def __init__(self, portal: Portal, dialog: LoginDialog, opened: list[str]) -> None:
        self.portal, self.dialog, self.opened = portal, dialog, opened
        self.sessions: list[object] = []
        self.sandboxes: list[bool] = []
        dialog.signed_in.connect(self.sessions.append)
        dialog.sandbox_chosen.connect(lambda: self.sandboxes.append(True))

    @property
    def step(self) -> Step:
        return self.dialog.presenter.step

    async def fill(self, until: Callable, secret: str = "") -> None:
        """Go as far as the browser."""
        about = self.portal.about
        self.dialog.portal.line.setText(about["portal"] + "/crm/deal/")
        self.dialog.next.click()
        await until(lambda: self.step is Step.APPLICATION)
        self.dialog.application.client_id.setText(about["client_id"])
        self.dialog.application.secret.line.setText(secret or about["client_secret"])
        self.dialog.application.redirect.line.setText(about["redirect_uri"])
        self.dialog.next.click()
        await until(lambda: self.step is Step.BROWSER and self.opened)

    async def browse(self) -> str:
        """Press Allow; the browser ends on the answer."""
        return await self.portal.browse(self.opened[-1])


@pytest.fixture
async def stage(qtbot, theme, portal, tmp_path) -> AsyncIterator[Stage]:
    opened: list[str] = []
    sign_in = SignIn(
        lambda _network: portal.http,
        MemoryVault(),
        Profiles(tmp_path),
        Traffic(),
        lambda url: not opened.append(url),
    )
    dialog = LoginDialog(sign_in, theme)
    theme.look_after(dialog)
    dialog.open()
    yield Stage(portal, dialog, opened)
    if isValid(dialog):
        await dialog.presenter.close()
        dialog.deleteLater()


async def test_signing_in_over_a_real_redirect(qtbot, stage, until):
    await stage.fill(until)
    assert not stage.dialog.isModal()
    address = await stage.browse()
    async with httpx.AsyncClient() as browser:
        page = await browser.get(address)
    assert page.status_code == 200
    await until(lambda: stage.step is Step.RESULT)
    name = stage.dialog.presenter.session.capabilities.user.name
    assert name in stage.dialog.outcome.title.text()
    assert "Administrator: events are received" in stage.dialog.outcome.facts()
    assert stage.sessions == []
    qtbot.mouseClick(stage.dialog.next, Qt.MouseButton.LeftButton)
    assert len(stage.sessions) == 1


async def test_the_dialog_has_room_for_what_the_portal_said(stage, until):
    await stage.fill(until)
    stage.dialog.presenter.paste(await stage.browse())
    await until(lambda: stage.step is Step.RESULT)
    outcome = stage.dialog.outcome
    rows = [each for each in outcome.findChildren(QLabel) if each.text() in outcome.facts()]
    assert len(rows) == len(outcome.facts()) > 0
    stage.dialog.layout().activate()
    for row in rows:
        assert row.height() >= row.heightForWidth(row.width())
    tops = sorted(row.y() for row in rows)
    assert all(lower - upper >= rows[0].height() for upper, lower in pairwise(tops))


async def test_signing_in_with_a_pasted_address(stage, until):
    await stage.fill(until)
    stage.dialog.browser.line.setText(await stage.browse())
    stage.dialog.browser.line.textEdited.emit(stage.dialog.browser.line.text())
    await until(lambda: stage.step is Step.RESULT)


async def test_the_whole_way_by_keyboard(qtbot, stage, until):
    dialog, about = stage.dialog, stage.portal.about
    qtbot.keyClicks(dialog.portal.line, about["portal"].removeprefix("http://"))
    qtbot.keyClick(dialog.portal.line, Qt.Key.Key_Return)
    await until(lambda: stage.step is Step.APPLICATION)
    assert dialog.focusWidget() is dialog.application.client_id
    qtbot.keyClicks(dialog.application.client_id, about["client_id"])
    qtbot.keyClick(dialog.application.client_id, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.application.secret.line
    qtbot.keyClicks(dialog.application.secret.line, about["client_secret"])
    qtbot.keyClick(dialog.application.secret.line, Qt.Key.Key_Return)
    await until(lambda: stage.step is Step.BROWSER)
    dialog.browser.line.setText(await stage.browse())
    qtbot.keyClick(dialog.browser.line, Qt.Key.Key_Return)
    await until(lambda: stage.step is Step.RESULT)
    assert dialog.focusWidget() is dialog.next


async def test_a_webhook_as_address_is_hidden_and_explained_at_once(stage, until):
    line = stage.dialog.portal.line
    line.setText(WEBHOOK)
    line.textEdited.emit(WEBHOOK)
    await until(stage.dialog.portal.panel.isVisible)
    assert "s3cr3t" not in line.text()
    assert "webhook" in stage.dialog.portal.panel.title.text()
    assert "WRONG_AUTH_TYPE" in stage.dialog.portal.panel.text.text()
    assert stage.step is Step.PORTAL


async def test_a_webhook_in_place_of_the_answer_is_hidden_and_explained(stage, until):
    await stage.fill(until)
    line = stage.dialog.browser.line
    line.setText(WEBHOOK)
    line.textEdited.emit(WEBHOOK)
    await until(stage.dialog.browser.panel.isVisible)
    assert "s3cr3t" not in line.text()
    assert "webhook" in stage.dialog.browser.panel.title.text()
    assert stage.dialog.presenter.tasks.is_busy("wait")


@pytest.mark.parametrize("text", ["", "not an address", "http://portal.example", "ftp://x.example"])
async def test_a_wrong_address_is_explained_at_its_field(stage, until, text):
    stage.dialog.portal.line.setText(text)
    stage.dialog.next.click()
    field = stage.dialog.portal.line
    await until(lambda: field.property("problem") == "true")
    assert field.text() == text
    assert stage.step is Step.PORTAL


async def test_something_that_is_no_portal_is_called_so(stage, until, monkeypatch):
    from app.bitrix.errors import Garbled

    async def garbled(_text: str, _network: object) -> str:
        raise Garbled("<html>")

    monkeypatch.setattr(stage.dialog.presenter._sign_in, "check_portal", garbled)
    stage.dialog.portal.line.setText("example.com")
    stage.dialog.next.click()
    await until(stage.dialog.portal.panel.isVisible)
    assert stage.dialog.portal.panel.title.text() == "No Bitrix24 portal answers at this address"


async def test_a_portal_without_a_secure_connection_is_told_at_its_address(stage, until):
    async def speak_plainly(_reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(speak_plainly, "127.0.0.1", 0)
    async with server, open_http() as http:
        host, port = server.sockets[0].getsockname()
        stage.dialog.presenter._sign_in._open_http = lambda _network: http
        stage.dialog.portal.line.setText(f"https://{host}:{port}")
        stage.dialog.next.click()
        await until(stage.dialog.portal.panel.isVisible)
    assert "secure" in stage.dialog.portal.panel.title.text()
    assert stage.step is Step.PORTAL


async def test_a_wrong_secret_is_told_at_the_secret_and_nothing_typed_is_lost(stage, until):
    await stage.fill(until, secret="wrong")
    stage.dialog.presenter.paste(await stage.browse())
    await until(lambda: stage.step is Step.APPLICATION)
    application = stage.dialog.application
    await until(application.panel.isVisible)
    assert application.secret.line.property("problem") == "true"
    assert application.panel.code.text().startswith("invalid_client")
    assert application.secret.line.text() == "wrong"
    assert application.client_id.text() == stage.portal.about["client_id"]
    assert "wrong" not in repr(application.value())


async def test_mending_the_secret_is_enough_to_go_on(stage, until):
    await stage.fill(until, secret="wrong")
    stage.dialog.presenter.paste(await stage.browse())
    await until(stage.dialog.application.panel.isVisible)
    stage.opened.clear()
    stage.dialog.application.secret.line.setText(stage.portal.about["client_secret"])
    stage.dialog.next.click()
    await until(lambda: stage.opened)
    stage.dialog.presenter.paste(await stage.browse())
    await until(lambda: stage.step is Step.RESULT)


async def test_a_code_that_is_too_old_offers_to_open_the_page_again(qtbot, stage, until):
    await stage.fill(until)
    address = await stage.browse()
    await stage.portal.order("clock", advance=31)
    stage.dialog.presenter.paste(address)
    await until(stage.dialog.browser.panel.isVisible)
    assert "no longer valid" in stage.dialog.browser.panel.title.text()
    assert "30 seconds" in stage.dialog.browser.panel.text.text()
    stage.opened.clear()
    qtbot.mouseClick(stage.dialog.browser.panel.button, Qt.MouseButton.LeftButton)
    await until(lambda: stage.opened)
    assert not stage.dialog.browser.panel.isVisible()
    stage.dialog.presenter.paste(await stage.browse())
    await until(lambda: stage.step is Step.RESULT)


async def test_missing_keys_are_asked_for_before_the_browser_opens(stage, until):
    stage.dialog.portal.line.setText(stage.portal.about["portal"])
    stage.dialog.next.click()
    await until(lambda: stage.step is Step.APPLICATION)
    stage.dialog.next.click()
    assert "client id" in stage.dialog.application.panel.title.text()
    stage.dialog.application.client_id.setText("local.1")
    stage.dialog.next.click()
    assert "client secret" in stage.dialog.application.panel.title.text()
    assert stage.opened == []


async def test_back_keeps_everything_that_was_typed(stage, until):
    await stage.fill(until)
    stage.dialog.back.click()
    await until(lambda: stage.step is Step.APPLICATION)
    assert stage.dialog.application.secret.line.text() == stage.portal.about["client_secret"]
    stage.dialog.back.click()
    assert stage.step is Step.PORTAL
    assert stage.dialog.portal.line.text().endswith("/crm/deal/")


async def test_after_going_back_the_listener_is_free_again(stage, until):
    await stage.fill(until)
    stage.dialog.back.click()
    await until(lambda: not stage.dialog.presenter.tasks.is_busy("wait"))
    stage.opened.clear()
    stage.dialog.next.click()
    await until(lambda: stage.step is Step.BROWSER and stage.opened)
    assert not stage.dialog.browser.listener.isVisible()


async def test_a_busy_port_leads_to_pasting(stage, until):
    port = int(stage.portal.about["redirect_uri"].rpartition(":")[2].partition("/")[0])
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        await stage.fill(until)
        await until(stage.dialog.browser.listener.isVisible)
        assert "paste" in stage.dialog.browser.listener.text.text()
        stage.dialog.presenter.paste(await stage.browse())
        await until(lambda: stage.step is Step.RESULT)


async def test_the_countdown_begins_when_the_person_comes_back(stage, until):
    await stage.fill(until)
    ring, presenter = stage.dialog.browser.ring, stage.dialog.presenter
    presenter._clock.stop()
    assert ring.left == 30
    assert stage.dialog.browser.waiting.text() == "Waiting for the browser"
    presenter.come_back()
    presenter._clock._timer.timeout.emit()
    assert ring.left == 29
    assert "29 second" in stage.dialog.browser.waiting.text()
    for _ in range(40):
        presenter._clock._on_second()
    assert ring.left == 0
    assert "too old" in stage.dialog.browser.waiting.text()
    stage.dialog.browser.again_button.click()
    assert ring.left == 30
    assert len(stage.opened) == 2


async def test_the_redirect_address_can_be_copied_where_it_is_needed(qtbot, stage, until):
    await stage.fill(until)
    qtbot.mouseClick(stage.dialog.browser.redirect.button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == stage.portal.about["redirect_uri"]
    scopes = stage.dialog.application.scopes.value()
    assert scopes == "imopenlines, imconnector, im, user"


async def test_cancelling_closes_the_listener(stage, until):
    await stage.fill(until)
    stage.dialog.cancel.click()
    assert not stage.dialog.isVisible()
    port = int(stage.portal.about["redirect_uri"].rpartition(":")[2].partition("/")[0])

    def closed() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) != 0

    await until(closed)
    assert stage.sessions == []


async def test_a_closed_dialog_goes_away_without_a_word_in_the_log(stage, until, caplog):
    stage.dialog.reject()
    await until(lambda: not isValid(stage.dialog))
    await asyncio.sleep(0)
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


async def test_the_sandbox_is_always_one_click_away(stage, until):
    await stage.fill(until)
    stage.dialog.sandbox.click()
    assert stage.sandboxes == [True]
    assert stage.sessions == []


async def test_a_user_who_is_no_administrator_is_told_what_still_works(
    qtbot, theme, tmp_path, until
):
    async with open_sandbox(role="user") as portal:
        opened: list[str] = []
        sign_in = SignIn(
            lambda _network: portal.http,
            MemoryVault(),
            Profiles(tmp_path),
            Traffic(),
            lambda url: not opened.append(url),
        )
        stage = Stage(portal, LoginDialog(sign_in, theme), opened)
        stage.dialog.open()
        await stage.fill(until)
        stage.dialog.presenter.paste(await stage.browse())
        await until(lambda: stage.step is Step.RESULT)
        assert "Not an administrator: no events are received" in stage.dialog.outcome.facts()
        assert "sign in as an administrator" in stage.dialog.outcome.note.text.text()
        await stage.dialog.presenter.close()
        stage.dialog.deleteLater()


async def known(stage, theme, until, address):
    """A dialog that offers a profile of that address again, at its second step."""
    profile = Profile("Lamp", address, "local.1", "https://oauth.bitrix.info", "http://a.b/cb")
    dialog = LoginDialog(stage.dialog.presenter._sign_in, theme, profile=profile)
    assert dialog.portal.line.text() == address
    dialog.portal.line.setText(stage.portal.about["portal"])
    dialog.next.click()
    await until(lambda: dialog.presenter.step is Step.APPLICATION)
    return dialog


async def test_a_known_portal_is_filled_in_and_its_secret_may_stay_empty(
    qtbot, theme, stage, until
):
    dialog = await known(stage, theme, until, stage.portal.about["portal"])
    qtbot.addWidget(dialog)
    application = dialog.application
    assert application.client_id.text() == "local.1"
    assert application.redirect.value() == "http://a.b/cb"
    assert application.secret.line.placeholderText() == "Kept on this machine"

    application.client_id.setText("local.2")
    assert application.secret.line.placeholderText() == ""
    dialog.next.click()
    assert application.secret.line.property("problem") == "true"


async def test_another_portal_is_offered_nothing_of_the_one_before(qtbot, theme, stage, until):
    dialog = await known(stage, theme, until, "https://lampco.bitrix24.com")
    qtbot.addWidget(dialog)
    application = dialog.application
    assert application.client_id.text() == ""
    assert application.redirect.value() != "http://a.b/cb"
    assert application.secret.line.placeholderText() == ""
    assert not dialog.presenter.knows_secret


async def test_words_that_need_two_lines_while_counting_get_them(stage, until):
    await stage.fill(until)
    browser = stage.dialog.browser
    words = (browser.waiting, browser.explanation, browser.about)
    for left in (30, 21, 0):
        stage.dialog.presenter.counted.emit(left)
        await asyncio.sleep(0)
        QApplication.processEvents()
        cut = [e.text() for e in words if e.height() < e.heightForWidth(e.width())]
        assert cut == []


async def test_a_webhook_is_told_and_hidden_also_when_nobody_waits_any_more(stage, until):
    await stage.fill(until)
    stage.dialog.presenter.tasks.cancel("wait")
    await until(lambda: not stage.dialog.presenter.tasks.is_busy("wait"))
    browser = stage.dialog.browser
    browser.line.setText(WEBHOOK)
    browser.line.textEdited.emit(WEBHOOK)
    assert "s3cr3t" not in browser.line.text()
    assert "webhook" in browser.panel.title.text()


async def test_an_address_that_is_typed_waits_for_enter(qtbot, stage, until):
    await stage.fill(until)
    tried = []
    stage.dialog.browser.pasted.connect(tried.append)
    qtbot.keyClicks(stage.dialog.browser.line, "http://127.0.0.1/?code=1")
    assert tried == []
    qtbot.keyClick(stage.dialog.browser.line, Qt.Key.Key_Return)
    assert tried == ["http://127.0.0.1/?code=1"]


async def test_the_permissions_can_be_read_whole(stage, until):
    await stage.fill(until)
    stage.dialog.presenter.back()
    line = stage.dialog.application.scopes.line
    stage.dialog.layout().activate()
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width() - 16


async def test_a_dialog_that_grows_stays_on_the_screen(stage):
    screen = stage.dialog.screen().availableGeometry()
    stage.dialog.move(0, screen.bottom() - stage.dialog.height())
    stage.dialog.portal.more.click()
    assert stage.dialog.frameGeometry().bottom() <= screen.bottom()


async def test_a_connection_that_is_cut_is_no_alarm_while_one_asks_who_is_there(stage):
    stage.dialog.presenter._on_failed("check", Unreachable("cut", "app.info"))
    panel = stage.dialog.portal.panel
    assert "https" in panel.text.text()
    assert "carried out" not in panel.text.text()


async def test_every_control_has_a_name_for_a_screen_reader(stage):
    for control in stage.dialog.findChildren(QAbstractButton):
        assert control.accessibleName() or control.text() or not control.isVisible()
    for line in stage.dialog.findChildren(QLineEdit):
        assert line.accessibleName()
    assert stage.dialog.stepper.accessibleName() == "Step 1 of 4: Portal"


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("invalid_client", Place.SECRET),
        ("wrong_client", Place.SECRET),
        ("invalid_grant", Place.BROWSER),
        ("bad_verification_code", Place.BROWSER),
        ("insufficient_scope", Place.PERMISSIONS),
        ("invalid_scope", Place.PERMISSIONS),
        ("PAYMENT_REQUIRED", Place.CARD),
        ("NOT_INSTALLED", Place.CARD),
        ("FOREIGN_PORTAL", Place.PORTAL),
        ("NO_AUTH_FOUND", Place.BROWSER),
    ],
)
def test_every_documented_error_has_a_place_where_it_can_be_mended(code, place):
    assert place_of(Refused(code), "browser") is place


def test_an_unreachable_portal_is_told_where_one_is():
    assert place_of(Unreachable("dns"), "portal") is Place.PORTAL
    assert place_of(Unreachable("timeout"), "browser") is Place.BROWSER


def test_a_webhook_loses_its_secret_and_keeps_its_shape():
    assert hide_webhook(WEBHOOK) == "https://lampco.bitrix24.com/rest/17/••••••••••••••••/"
    assert hide_webhook("acme.bitrix24.com") == "acme.bitrix24.com"
