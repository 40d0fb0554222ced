"""Which addresses may be offered as links, and what is shown of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.links import find_links, neutral, parse_link, without_overrides

ALLOWED = [
    ("https://acme.bitrix24.com", "acme.bitrix24.com"),
    ("HTTPS://ACME.Bitrix24.com/X?y=Z#f", "acme.bitrix24.com"),
    ("http://a.b:8080/x", "a.b"),
    ("https://a.b.", "a.b"),
    ("https://1.2.3.4/x", "1.2.3.4"),
    ("https://[::1]:80/", "::1"),
    ("https://a_b.c/", "a_b.c"),
    ("https://a.b/?q=%D1%8F&x=[1]", "a.b"),
    ("https://a.b/я?ю=э", "a.b"),
    ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
    ("https://аррӏе.com/", "xn--80ak6aa92e.com"),
    ("https://лавка.рф/", "xn--80aaf6ac.xn--p1ai"),
    ("  https://a.b  ", "a.b"),
]
REFUSED = [
    "",
    "https://",
    "https:///x",
    "https:a.b",
    "//a.b/x",
    "/x",
    "x",
    "a.b",
    "javascript:alert(1)",
    "JAVASCRIPT://a.b/%0aalert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "file://server/share",
    "\\\\server\\share",
    "smb://server/share",
    "ftp://a.b",
    "mailto:a@b.c",
    "tel:+371",
    "ms-settings:x",
    "search-ms:query=x",
    "ms-msdt:/id",
    "steam://run/1",
    "vscode://x",
    "about:blank",
    "chrome://settings",
    "blob:https://a.b/x",
    "view-source:https://a.b",
    "ws://a.b",
    "https://user@a.b/",
    "https://user:pass@a.b/",
    "https://bank.example@evil.example/",
    "https://a.b\\@evil.example",
    "https://a.b/\\x",
    "https://a b/",
    "https://a.b/x y",
    "https://a.b/\nx",
    "https://a.b/\x00",
    "https://a.b/\u202egpj",
    "https://a\u202e.b/",
    "https://a\u200bb.c/",
    "https://a.b/\u200b",
    "https://-a.b/",
    "https://a..b/",
    "https://.b/",
    "https://a.b:99999/",
    "https://a.b:x/",
    "https://[::1/",
    "https://[zz]/",
    "https://" + "a" * 70 + ".b/",
    "https://a.b/" + "x" * 3000,
    'https://a.b/"onload=x',
    "https://a.b/<script>",
    "https://a%00.b/",
    "https://a.b%2f.c/",
    "http\u202es://a.b",
    "hxxps://a.b",
    "https//a.b",
    "https:/a.b",
    "https:\\\\a.b",
]


@pytest.mark.parametrize(("text", "host"), ALLOWED)
def test_web_addresses_are_links_to_their_true_host(text: str, host: str) -> None:
    link = parse_link(text)
    assert link is not None
    assert link.host == host
    assert link.host in link.url
    assert link.url.isascii() or "я" in link.url


@pytest.mark.parametrize("text", REFUSED)
def test_everything_else_stays_text(text: str) -> None:
    assert parse_link(text) is None


def test_foreign_letters_in_a_host_are_told() -> None:
    fake, real = parse_link("https://аррӏе.com/"), parse_link("https://apple.com/")
    assert fake is not None
    assert real is not None
    assert (fake.international, real.international) == (True, False)
    assert fake.url == "https://xn--80ak6aa92e.com/"
    assert fake.shown == "аррӏе.com"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://a.b/c, or http://d.e.", ["https://a.b/c", "http://d.e"]),
        ("(https://a.b)", ["https://a.b"]),
        ("https://a.b/(x)", ["https://a.b/(x)"]),
        ("[https://a.b/x[1]]", ["https://a.b/x[1]"]),
        ("«https://a.b/я»", ["https://a.b/я"]),
        ("javascript:https://a.b", ["https://a.b"]),
        ("xhttps://a.b", ["https://a.b"]),
        ("https://user@a.b no link", []),
        ("https:// http://", []),
        ("no links", []),
    ],
)
def test_links_are_found_in_running_text(text: str, found: list[str]) -> None:
    assert [text[each.start : each.start + each.length] for each in find_links(text)] == found


@settings(max_examples=300, deadline=None)
@given(st.text() | st.from_regex(r"https?://\S{1,40}", fullmatch=True))
def test_no_text_breaks_the_search_and_every_link_leads_where_it_says(text: str) -> None:
    for found in find_links(text):
        assert 0 <= found.start < found.start + found.length <= len(text)
        again = parse_link(found.link.url)
        assert again is not None
        assert (again.host, again.url) == (found.link.host, found.link.url)


def test_names_show_what_is_invisible_and_texts_cannot_be_turned_around() -> None:
    assert neutral("Ann\u202eeeL\u200b\n") == "Ann\ufffdeeL\ufffd\ufffd"
    assert neutral("Анна О'Нил") == "Анна О'Нил"
    assert without_overrides("a\u202eb\u200fc") == "ab\u200fc"
