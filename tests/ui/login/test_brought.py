"""What a person brought along signs in without a browser, and is never shown."""

import json
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from app.services.profiles import Profiles
from app.services.session import load_keys
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.services.vault import MemoryVault
from app.ui.login.dialog import LoginDialog
from app.ui.login.steps import Step
from tests.helpers.desk import Portal, open_sandbox


class Stage:
    """A dialog at its second step, and tokens of an earlier sign-in."""

    def __init__(self, portal: Portal, dialog: LoginDialog, tokens: dict[str, object]) -> None:
        self.portal, self.dialog, self.tokens = portal, dialog, tokens
        self.application = dialog.application
        self.box = dialog.application.brought

    def paste(self, text: str) -> None:
        """Ctrl+V in the field."""
        if self.application.bring.isVisible():
            self.application.bring.click()
        data = QMimeData()
        data.setText(text)
        self.box.slot.insertFromMimeData(data)

    def shown(self) -> str:
        """Every text of the dialog."""
        dialog = self.dialog
        texts = [each.text() for each in dialog.findChildren(QLabel)]
        texts += [each.toPlainText() for each in dialog.findChildren(QPlainTextEdit)]
        texts += [each.displayText() for each in dialog.findChildren(QLineEdit)]
        return "\n".join(texts)


@pytest.fixture
async def stage(qtbot, theme, tmp_path, until) -> AsyncIterator[Stage]:
    async with open_sandbox() as portal:
        elsewhere = MemoryVault()
        session = await portal.sign_in(vault=elsewhere)
        tokens = (await load_keys(elsewhere, session.profile)).tokens
        await session.close()
        pasted = {
            "access_token": tokens.access, "refresh_token": tokens.refresh,
            "client_endpoint": tokens.endpoint, "member_id": tokens.member_id,
        }  # fmt: skip
        unused = MemoryVault(), Profiles(tmp_path), Traffic()
        sign_in = SignIn(lambda _network: portal.http, *unused, lambda _url: True)
        dialog = LoginDialog(sign_in, theme)
        theme.look_after(dialog)
        dialog.open()
        dialog.portal.line.setText(portal.about["portal"])
        dialog.next.click()
        await until(lambda: dialog.presenter.step is Step.APPLICATION)
        yield Stage(portal, dialog, pasted)
        if isValid(dialog):
            await dialog.presenter.close()
            dialog.deleteLater()


async def test_tokens_with_the_keys_sign_in_without_the_browser(stage, until):
    about = stage.portal.about
    keys = {"client_id": about["client_id"], "client_secret": about["client_secret"]}
    stage.paste(json.dumps(stage.tokens | keys))

    assert stage.dialog.next.text() == "Sign in with these"
    assert stage.application.client_id.text() == about["client_id"]
    stage.dialog.next.click()
    await until(lambda: stage.dialog.presenter.step is Step.RESULT)

    assert "Olga Demina" in stage.dialog.outcome.title.text()
    assert "Step 3 of 3" in stage.dialog.stepper.accessibleName()


async def test_nothing_of_what_was_pasted_is_shown(stage):
    secret = stage.portal.about["client_secret"]
    stage.paste(json.dumps(stage.tokens | {"client_secret": secret}))

    hidden = (stage.tokens["access_token"], stage.tokens["refresh_token"], secret)
    assert "access token, refresh token, client secret" in stage.box.found.text.text()
    assert [each for each in hidden if str(each) in stage.shown()] == []


async def test_the_button_takes_what_was_copied(qtbot, stage):
    stage.application.bring.click()
    QGuiApplication.clipboard().setText("client_id=local.65a1b2c3d4e5f6.1")
    qtbot.mouseClick(stage.box.button, Qt.MouseButton.LeftButton)

    assert stage.application.client_id.text() == "local.65a1b2c3d4e5f6.1"
    assert stage.dialog.next.text() == "Open the browser"


async def test_letters_do_not_get_into_the_field(qtbot, stage):
    stage.application.bring.click()
    qtbot.keyClicks(stage.box.slot, "secret")

    assert stage.box.slot.toPlainText() == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://acme.bitrix24.com/rest/1/abcdefgh/", "inbound webhook"),
        ("hello", "No keys or tokens"),
        ("application_token=0123456789abcdef", "no access token"),
        (json.dumps({"access_token": "x" * 20, "client_endpoint": "https://b.example/rest/"}),
         "another portal"),
    ],
)  # fmt: skip
async def test_something_else_is_called_by_its_name(stage, text, title):
    stage.paste(text)

    assert title in stage.box.panel.title.text()
    assert not stage.box.found.isVisible()
    assert stage.dialog.next.text() == "Open the browser"


async def test_a_pair_that_is_used_up_is_told_and_can_be_replaced(stage, until):
    about = stage.portal.about
    await stage.portal.order("tokens", action="revoke", which="all")
    stage.paste(json.dumps(stage.tokens | {"client_secret": about["client_secret"]}))
    stage.application.client_id.setText(about["client_id"])
    stage.dialog.next.click()

    await until(lambda: "invalid_grant" in stage.shown())

    assert stage.dialog.presenter.step is Step.APPLICATION
    assert stage.application.client_id.text() == about["client_id"]


async def test_a_doubt_is_told_before_it_is_used(stage):
    stage.paste(json.dumps({k: v for k, v in stage.tokens.items() if k != "refresh_token"}))

    assert "the sign-in lasts an hour" in stage.box.doubts.text.text()
