"""Where no keychain works, a person chooses where keys are kept before there are any."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import keyring
import pytest
from shiboken6 import isValid

from app.domain.portal import Network
from app.services.keeping import Keeping
from app.services.profiles import Profiles
from app.services.session import load_keys
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.services.vault import SealedVault
from app.ui.login.dialog import LoginDialog
from app.ui.login.steps import Step
from tests.helpers.desk import Portal, open_sandbox
from tests.unit.services.test_keeping import Chain

pytestmark = pytest.mark.usefixtures("cheap_scrypt")
PASSPHRASE = "correct horse battery"


class Stage:
    """A dialog over one place of keys."""

    def __init__(self, portal: Portal, keeping: Keeping, dialog: LoginDialog, opened: list) -> None:
        self.portal, self.keeping, self.dialog, self.opened = portal, keeping, dialog, opened

    @property
    def step(self) -> Step:
        return self.dialog.presenter.step

    async def leave_application(self, until: Callable) -> None:
        dialog, about = self.dialog, self.portal.about
        dialog.portal.line.setText(about["portal"])
        dialog.next.click()
        await until(lambda: self.step is Step.APPLICATION)
        dialog.application.client_id.setText(about["client_id"])
        dialog.application.secret.line.setText(about["client_secret"])
        dialog.application.redirect.line.setText("https://app.example/code")
        dialog.next.click()

    async def allow(self, until: Callable) -> None:
        await until(lambda: self.step is Step.BROWSER and self.opened)
        self.dialog.presenter.paste(await self.portal.browse(self.opened[-1]))


@pytest.fixture
async def make(qtbot, theme, tmp_path) -> AsyncIterator[Callable]:
    made = []

    async def make(portal: Portal, choice: str = "", *, keychain: bool = False) -> Stage:
        keeping = Keeping(tmp_path, choice, keychain=keychain)
        await keeping.open()
        opened: list[str] = []
        sign_in = SignIn(
            *(lambda _network: portal.http, keeping, Profiles(tmp_path), Traffic()),
            lambda url: not opened.append(url),
        )
        dialog = LoginDialog(sign_in, theme, keeping=keeping)
        theme.look_after(dialog)
        dialog.open()
        made.append(dialog)
        return Stage(portal, keeping, dialog, opened)

    yield make
    for dialog in made:
        if isValid(dialog):
            await dialog.presenter.close()
            dialog.deleteLater()


@pytest.fixture
async def portal() -> AsyncIterator[Portal]:
    async with open_sandbox(redirect_uri="https://app.example/code") as opened:
        yield opened


@pytest.fixture
def chain():
    before, chain = keyring.get_keyring(), Chain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


async def test_a_passphrase_is_chosen_before_the_browser_is_opened(make, portal, until):
    stage = await make(portal)
    await stage.leave_application(until)
    await until(lambda: stage.step is Step.KEYS)
    keys = stage.dialog.keys
    assert stage.opened == []
    assert keys.choice.choice is None

    stage.dialog.next.click()
    assert "Choose one" in keys.choice.problem.text()
    keys.choice.radios["file"].click()
    keys.choice.passphrase.first.line.setText(PASSPHRASE)
    stage.dialog.next.click()
    assert keys.choice.passphrase.again_field.problem() == "These two are not the same"
    keys.choice.passphrase.again.line.setText(PASSPHRASE)
    stage.dialog.next.click()
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    vault = await SealedVault.unlock(stage.keeping.path, PASSPHRASE)
    profile = stage.dialog.presenter.session.profile
    assert (await load_keys(vault, profile)).tokens is not None
    assert keys.choice.passphrase.first.line.text() == ""


async def test_only_until_i_quit_writes_no_key(make, portal, until):
    stage = await make(portal)
    await stage.leave_application(until)
    await until(lambda: stage.step is Step.KEYS)

    stage.dialog.keys.choice.radios["memory"].click()
    stage.dialog.next.click()
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    assert stage.keeping.choice == "memory"
    assert not stage.keeping.path.exists()


async def test_where_a_keychain_works_nobody_is_asked(make, portal, until, chain):
    stage = await make(portal, keychain=True)
    await stage.leave_application(until)
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    assert "of 4" in stage.dialog.stepper.accessibleName()
    assert len(chain.kept) == 1


async def test_a_keychain_that_fails_at_the_last_moment_loses_no_sign_in(
    make, portal, until, chain
):
    stage = await make(portal, keychain=True)
    await stage.leave_application(until)
    await until(lambda: stage.step is Step.BROWSER and stage.opened)
    chain.broken = True
    stage.dialog.presenter.paste(await portal.browse(stage.opened[-1]))
    await until(lambda: stage.step is Step.KEYS)
    assert "keychain" in stage.dialog.keys.panel.title.text().casefold()
    asked = len(stage.opened)

    stage.dialog.keys.choice.radios["memory"].click()
    assert stage.dialog.keys.panel.isHidden()
    stage.dialog.next.click()
    await until(lambda: stage.step is Step.RESULT)

    assert len(stage.opened) == asked
    assert "Olga Demina" in stage.dialog.outcome.title.text()


async def test_a_keychain_that_does_not_work_is_not_offered(make, portal, until, chain):
    chain.broken = True
    stage = await make(portal, keychain=True)
    await stage.leave_application(until)
    await until(lambda: stage.step is Step.KEYS)

    choice = stage.dialog.keys.choice
    assert not choice.radios["keychain"].isEnabled()
    assert "does not work" in choice.radios["keychain"].accessibleDescription()
    assert choice.radios["file"].hasFocus()


async def test_a_locked_file_is_unlocked_on_the_way(make, portal, until):
    first = await make(portal)
    await first.keeping.use("file", PASSPHRASE)
    stage = await make(portal, "file")
    await stage.leave_application(until)
    await until(lambda: stage.step is Step.KEYS)
    unlock = stage.dialog.keys.unlock
    assert unlock.isVisible()

    unlock.secret.line.setText("something else")
    stage.dialog.next.click()
    await until(lambda: unlock.field.problem() and not stage.dialog.presenter.tasks.is_busy("keys"))
    assert stage.step is Step.KEYS
    unlock.secret.line.setText(PASSPHRASE)
    stage.dialog.next.click()

    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)


@pytest.mark.parametrize(
    ("network", "words"),
    [
        (Network(ca_file="/no/such.pem"), "/no/such.pem"),
        (Network(proxy="ftp://proxy:1"), "ftp"),
        (Network(proxy="http://a:b@proxy:1"), ""),
    ],
)
async def test_a_network_that_cannot_be_used_is_told_at_its_field(
    make, portal, until, network, words
):
    stage = await make(portal)
    form = stage.dialog.portal.network
    stage.dialog.portal.more.click()
    form.set_value(network)
    stage.dialog.portal.line.setText(portal.about["portal"])
    form.test.click()
    await until(form.panel.isVisible)

    field = form.ca_field if network.ca_file else form.proxy_field
    assert field.line.property("problem") == "true"
    assert words in form.panel.code.text()
    assert stage.step is Step.PORTAL


async def test_a_network_is_remembered_with_the_portal(make, portal, until):
    stage = await make(portal, "memory")
    stage.dialog.portal.more.click()
    stage.dialog.portal.network.proxy.setText("http://127.0.0.1:9")
    await stage.leave_application(until)
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    assert stage.dialog.presenter.session.profile.network == Network(proxy="http://127.0.0.1:9")


async def test_who_forgot_the_passphrase_can_sign_in_and_give_up_the_file(make, portal, until):
    await (await make(portal)).keeping.use("file", PASSPHRASE)
    stage = await make(portal, "file")
    await stage.leave_application(until)
    await until(lambda: stage.step is Step.KEYS)
    keys = stage.dialog.keys

    keys.unlock.forgot.click()
    keys.unlock.anew.click()
    keys.choice.radios["memory"].click()
    stage.dialog.next.click()
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    assert not stage.keeping.path.exists()


@pytest.fixture
async def make_again(qtbot, theme, tmp_path) -> AsyncIterator[Callable]:
    """The dialog over a list in which the portal stands already, its keys gone."""
    made = []

    async def make(portal: Portal, *, sealed: bool = False, **before) -> Stage:
        keeping = Keeping(tmp_path, keychain=False)
        await keeping.use("file" if sealed else "memory", PASSPHRASE)
        session = await portal.sign_in(vault=keeping)
        await session.close()
        profiles = Profiles(tmp_path)
        profiles.save(replace(session.profile, name="Lamp & Co", **before))
        keeping = Keeping(tmp_path, keeping.choice, keychain=False)
        await keeping.open()
        opened: list[str] = []
        sign_in = SignIn(
            *(lambda _network: portal.http, keeping, profiles, Traffic()),
            lambda url: not opened.append(url),
        )
        last = profiles.last() if sealed else None
        dialog = LoginDialog(sign_in, theme, profile=last, known=profiles.all(), keeping=keeping)
        theme.look_after(dialog)
        dialog.open()
        made.append(dialog)
        return Stage(portal, keeping, dialog, opened)

    yield make
    for dialog in made:
        if isValid(dialog):
            await dialog.presenter.close()
            dialog.deleteLater()


async def test_signing_in_again_keeps_what_was_chosen_for_the_portal(make_again, portal, until):
    way = Network(proxy="http://127.0.0.1:9")
    stage = await make_again(portal, read_only=True, network=way)

    await stage.leave_application(until)
    assert stage.dialog.portal.network.proxy.text() == way.proxy
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    profile = stage.dialog.presenter.session.profile
    assert (profile.name, profile.read_only, profile.network) == ("Lamp & Co", True, way)


async def test_another_way_to_a_known_portal_is_taken_when_the_person_says_so(
    make_again, portal, until
):
    stage = await make_again(portal, network=Network(proxy="http://127.0.0.1:9"))
    stage.dialog.portal.line.setText(portal.about["portal"])
    assert stage.dialog.portal.network.isVisible()

    stage.dialog.portal.network.proxy.setText("")
    await stage.leave_application(until)
    await stage.allow(until)
    await until(lambda: stage.step is Step.RESULT)

    assert stage.dialog.presenter.session.profile.network == Network()


async def test_what_was_entered_for_the_network_is_not_replaced_by_the_known_one(
    make_again, portal, until
):
    stage = await make_again(portal, network=Network(proxy="http://127.0.0.1:9"))
    stage.dialog.portal.more.click()
    stage.dialog.portal.network.proxy.setText("http://127.0.0.1:8")

    stage.dialog.portal.line.setText(portal.about["portal"])

    assert stage.dialog.portal.network.proxy.text() == "http://127.0.0.1:8"


async def test_a_secret_that_is_locked_need_not_be_typed(make_again, portal, until):
    stage = await make_again(portal, sealed=True)
    dialog = stage.dialog
    dialog.next.click()
    await until(lambda: stage.step is Step.APPLICATION)
    dialog.next.click()
    await until(lambda: stage.step is Step.KEYS)

    dialog.keys.unlock.secret.line.setText(PASSPHRASE)
    dialog.next.click()
    await stage.allow(until)

    await until(lambda: stage.step is Step.RESULT)


async def test_a_secret_that_was_not_in_the_locked_file_is_asked_for(make_again, portal, until):
    stage = await make_again(portal, sealed=True)
    dialog = stage.dialog
    dialog.next.click()
    await until(lambda: stage.step is Step.APPLICATION)
    dialog.next.click()
    await until(lambda: stage.step is Step.KEYS)

    dialog.keys.unlock.anew.click()
    dialog.keys.choice.radios["memory"].click()
    dialog.next.click()
    await until(lambda: stage.step is Step.APPLICATION)
    await until(dialog.application.secret_field.problem)
