"""Links of messages: which are offered, where they lead, when a question comes first."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.dialog import Author
from app.domain.links import find_contacts, parse_contact, parse_link
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.dialogs.texts import shown_text
from app.ui.tasks import Tasks
from tests.helpers.addresses import BAD, GOOD
from tests.ui.dialogs.sources import message


@pytest.fixture
def opened(monkeypatch):
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


@pytest.fixture
async def opener(qtbot):
    above, tasks = QWidget(), Tasks()
    qtbot.addWidget(above)
    above.show()
    yield LinkOpener(above, tasks)
    await tasks.close()


async def answered(opener, until, *, agree):
    """Answer the question that comes; what it told."""
    above = opener.parent()
    await until(lambda: above.findChildren(QDialog, "prompt"))
    (question,) = above.findChildren(QDialog, "prompt")
    told = f"{question.windowTitle()}\n{question.text.text()}"
    (question.confirm if agree else question.cancel).click()
    await until(lambda: not above.findChildren(QDialog, "prompt"))
    return told


def test_there_are_120_addresses():
    assert len(GOOD) + len(BAD) == 120


@pytest.mark.parametrize(("address", "host"), GOOD.items())
def test_a_web_address_is_known_by_the_host_that_is_really_asked(address, host):
    link = parse_link(address)

    assert link.host == host.lstrip("!")
    assert link.international == host.startswith("!")


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("author", [Author.CUSTOMER, Author.OPERATOR])
def test_nothing_else_becomes_a_link_of_a_message(address, author):
    texts = [address, f"[url={address}]words[/url]", f"[img]{address}[/img]"]
    links = [
        each.link
        for text in texts
        for each in shown_text(message(0, text, author)).ranges
        if each.link
    ]

    assert parse_link(address) is None
    assert all(parse_link(link) and "@" not in link for link in links)


async def test_an_address_that_is_no_web_address_is_never_opened(opener, opened, until):
    for address in BAD:
        opener.open(address, address)
        assert "http" in await answered(opener, until, agree=True)

    assert opened == []


async def test_behind_other_words_a_link_opens_only_after_its_true_host_was_told(
    opener, opened, until
):
    for number, (address, host) in enumerate(GOOD.items()):
        opener.open(address, "https://bank.example/")
        assert host.lstrip("!") in await answered(opener, until, agree=number % 2 == 0)

    assert len(opened) == (len(GOOD) + 1) // 2


@pytest.mark.parametrize(
    ("address", "caption", "asks"),
    [
        ("https://lamp.example/x", "https://lamp.example/x", False),
        ("https://lamp.example/x", "lamp.example", False),
        ("https://lamp.example/x", "click here", True),
        ("https://lamp.example/x", "https://bank.example", True),
        ("https://lamp.example/x", "https://lamp.example.evil.example", True),
        ("https://аррӏе.com/", "https://аррӏе.com/", True),
        ("https://xn--80ak6aa92e.com/", "https://xn--80ak6aa92e.com/", True),
    ],
)
async def test_a_question_comes_where_the_words_do_not_show_the_host(
    opener, opened, until, address, caption, asks
):
    opener.open(address, caption)
    if asks:
        await answered(opener, until, agree=False)

    assert len(opened) == (not asks)


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("write to anna@lamp.example, please", ("mailto:anna@lamp.example",)),
        ("call +371 2000-0001 or +371 2000 0001", ("tel:+37120000001",)),
        ("https://lamp.example/?q=+37120000001", ()),
        ("mailto:anna@lamp.example?attach=/etc/passwd", ("mailto:anna@lamp.example",)),
        ("order +12 of 3", ()),
        ("<b>@x</b> a@b @ +", ()),
    ],
)
def test_who_can_be_written_to_or_called_is_found_on_request(text, contacts):
    assert find_contacts(text) == contacts


@pytest.mark.parametrize(
    "address", ["mailto:a@b.example?subject=x", "tel:112;ext=1", "sms:+371200"]
)
def test_nothing_comes_with_an_address_to_write_to(address):
    assert parse_contact(address) is None


async def test_a_program_for_mail_or_calls_opens_only_after_a_question(opener, opened, until):
    for address in ("mailto:anna@lamp.example", "tel:+37120000001"):
        opener.contact(address)
        assert address.partition(":")[2] in await answered(opener, until, agree=True)

    assert opened == ["mailto:anna@lamp.example", "tel:+37120000001"]
