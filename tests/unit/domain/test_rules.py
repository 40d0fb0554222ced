"""What a form may send: each rule with a value that breaks it and the hint that mends it."""

import base64
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.connector import ChannelData, Icon, Registration
from app.domain.dialog import Customer
from app.domain.rules import (
    check_channel,
    check_customer,
    check_handler,
    check_icon,
    check_id,
    check_name,
    check_registration,
    clean_person,
    suggest_id,
)
from app.domain.svg import LARGEST, check_svg, from_data_uri, to_data_uri

NS = 'xmlns="http://www.w3.org/2000/svg"'
LAMP = f'<svg {NS} viewBox="0 0 24 24"><path d="M1 1h5"/></svg>'
GOOD = Registration("acme_shop", "Acme shop", "https://acme.example/x", Icon(to_data_uri(LAMP)))
ANNA = Customer("u-5", "Anna", "conv-88", "O'Neil", "+371 2000-0000", "anna@acme.example")


def test_a_good_registration_has_no_problem() -> None:
    assert check_registration(GOOD) == []
    assert check_registration(replace(GOOD, icon_disabled=GOOD.icon)) == []


def test_every_field_is_checked_and_named_as_the_vendor_names_it() -> None:
    bad = Registration("a.b", "", "", Icon("", "red", "big", "middle"), Icon("x"), {})
    found = [(each.field, each.code) for each in check_registration(bad)]
    assert found[:3] == [
        ("ID", "ID_DOT"),
        ("NAME", "NAME_EMPTY"),
        ("PLACEMENT_HANDLER", "HANDLER_EMPTY"),
    ]
    assert ("ICON.DATA_IMAGE", "ICON_EMPTY") in found
    assert ("ICON.COLOR", "COLOR") in found
    assert ("ICON.SIZE", "SIZE") in found
    assert ("ICON.POSITION", "POSITION") in found
    assert ("ICON_DISABLED.DATA_IMAGE", "ICON_NOT_SVG") in found
    assert sum(code == "FLAG_MISSING" for _, code in found) == 7


@pytest.mark.parametrize(
    ("value", "code", "hint"),
    [
        ("", "ID_EMPTY", ""),
        ("  ", "ID_EMPTY", ""),
        ("acme.showroom", "ID_DOT", "acme_showroom"),
        ("Acme_Shop", "ID_UPPER_CASE", "acme_shop"),
        ("acme shop", "ID_CHARACTERS", "acme_shop"),
        ("acme-shop!", "ID_CHARACTERS", "acme_shop"),
        ("лавка", "ID_CHARACTERS", ""),
        ("Éclair", "ID_UPPER_CASE", "eclair"),
        ("a" * 256, "ID_TOO_LONG", "a" * 255),
    ],
)
def test_a_wrong_id_comes_with_the_nearest_right_one(value, code, hint) -> None:
    problem = check_id(value)
    assert problem is not None
    assert (problem.code, problem.hint) == (code, hint)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_a_suggested_id_always_passes(text: str) -> None:
    suggestion = suggest_id(text)
    assert not suggestion or check_id(suggestion) is None
    assert suggest_id(suggestion) == suggestion


def test_a_name_may_have_255_characters_and_no_more() -> None:
    assert check_name("я" * 255) is None
    problem = check_name("я" * 256)
    assert problem is not None
    assert problem.hint == "я" * 255


@pytest.mark.parametrize(
    ("value", "code", "hint"),
    [
        ("acme.example/x", "HANDLER_NOT_HTTP", "https://acme.example/x"),
        ("ftp://acme.example", "HANDLER_NOT_HTTP", ""),
        ("javascript:alert(1)", "HANDLER_NOT_HTTP", ""),
        ("https://user:pw@acme.example", "HANDLER_NOT_HTTP", ""),
        ("settings page", "HANDLER_NOT_HTTP", ""),
        ("http://localhost/x", "HANDLER_HOST", ""),
    ],
)
def test_a_handler_is_a_web_page_on_a_host_with_a_dot(value, code, hint) -> None:
    problem = check_handler(value)
    assert problem is not None
    assert (problem.code, problem.hint) == (code, hint)


@pytest.mark.parametrize("value", ["https://a.b", "http://127.0.0.1:8000/x", " https://a.b/ "])
def test_these_handlers_pass(value: str) -> None:
    assert check_handler(value) is None


def test_colour_and_size_come_with_what_was_forgotten() -> None:
    icon = replace(GOOD.icon, color="2857c4", size="85")
    assert [(each.field, each.hint) for each in check_icon(icon)] == [
        ("ICON.COLOR", "#2857c4"),
        ("ICON.SIZE", "85%"),
    ]


@pytest.mark.parametrize(
    "svg",
    [
        LAMP,
        f"<?xml version='1.0'?>\n{LAMP}",
        f"\ufeff{LAMP}",
        f'<svg {NS}><defs><linearGradient id="a"><stop/></linearGradient></defs>'
        '<rect fill="url(#a)" style="stroke:url( \'#a\' )"/></svg>',
        f'<svg {NS} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>',
        f'<svg {NS}><image href="data:image/png;base64,AAAA"/></svg>',
        f"<svg {NS}><style>.a{{fill:#fff}}</style><title>a &amp; b</title></svg>",
        f'<svg {NS} xmlns:i="http://www.inkscape.org/"><i:view x="1"/></svg>',
    ],
)
def test_harmless_pictures_pass_in_both_data_forms(svg: str) -> None:
    assert check_svg(svg) is None
    coded = base64.b64encode(svg.encode()).decode()
    for form in (to_data_uri(svg), f"data:image/svg+xml;charset=utf-8;base64,{coded}"):
        assert check_icon(Icon(form)) == []
        assert (from_data_uri(form) or "").strip() == svg.strip()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>alert(1)</script>", "ICON_SCRIPT"),
        ("<SCRIPT/>", "ICON_SCRIPT"),
        ("<g><script href='#a'/></g>", "ICON_SCRIPT"),
        ("<rect onload='x()'/>", "ICON_SCRIPT"),
        ("<rect OnClick='x()'/>", "ICON_SCRIPT"),
        ("<foreignObject/>", "ICON_SCRIPT"),
        ("<iframe xmlns='http://www.w3.org/1999/xhtml'/>", "ICON_SCRIPT"),
        ("<div xmlns='http://www.w3.org/1999/xhtml'/>", "ICON_SCRIPT"),
        ("<script xmlns=''/>", "ICON_SCRIPT"),
        ("<animate attributeName='href' to='javascript:x'/>", "ICON_SCRIPT"),
        ("<set attributeName='onload'/>", "ICON_SCRIPT"),
        ("<a href='#x'/>", "ICON_SCRIPT"),
        ("<use href='javascript:x'/>", "ICON_SCRIPT"),
        ("<use href='&#106;ava&#10;script:x'/>", "ICON_SCRIPT"),
        ("<use href='data:text/html,x'/>", "ICON_SCRIPT"),
        ("<image href='https://evil.example/x.png'/>", "ICON_REMOTE"),
        ("<image href='//evil.example/x.png'/>", "ICON_REMOTE"),
        ("<image href='x.png'/>", "ICON_REMOTE"),
        ("<image href='data:image/svg+xml,x'/>", "ICON_REMOTE"),
        ("<use href='other.svg#a'/>", "ICON_REMOTE"),
        ("<rect fill='url(https://evil.example/#a)'/>", "ICON_REMOTE"),
        ("<rect style='fill: URL( \"https://evil.example\" )'/>", "ICON_REMOTE"),
        ("<rect style='fill:\\75rl(https://evil.example)'/>", "ICON_REMOTE"),
        ("<style>@import 'https://evil.example';</style>", "ICON_REMOTE"),
        ("<style>a{background:url(x)}</style>", "ICON_REMOTE"),
        ("<style>@font-face{}</style>", "ICON_REMOTE"),
        ("<?xml-stylesheet href='https://evil.example'?>", "ICON_REMOTE"),
    ],
)
def test_pictures_that_could_do_more_than_be_drawn_are_refused(body: str, code: str) -> None:
    svg = f'<svg {NS} xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>'
    assert check_svg(svg) == code
    if "href=" in body and "?" not in body:
        assert check_svg(svg.replace("href=", "xlink:href=")) == code


@pytest.mark.parametrize(
    ("svg", "code"),
    [
        ("", "ICON_EMPTY"),
        (" ", "ICON_EMPTY"),
        ("<svg>", "ICON_NOT_SVG"),
        ("<svg></svg>", "ICON_NOT_SVG"),
        ("<html></html>", "ICON_NOT_SVG"),
        ("\x89PNG", "ICON_NOT_SVG"),
        ("just text", "ICON_NOT_SVG"),
        (f"<svg {NS}>\x00</svg>", "ICON_NOT_SVG"),
        (f'<?xml version="1.0" encoding="no-such"?>{LAMP}', "ICON_NOT_SVG"),
        (f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{LAMP}", "ICON_REMOTE"),
        (f"<svg {NS}>" + "<g>" * 5_000 + "</g>" * 5_000 + "</svg>", None),
        (f"<svg {NS}>" + " " * LARGEST + "</svg>", "ICON_TOO_LARGE"),
    ],
)
def test_what_is_no_picture_is_told(svg: str, code: str) -> None:
    assert check_svg(svg) == code


@pytest.mark.parametrize(
    "text",
    [
        "https://acme.example/icon.svg",
        "data:image/png;base64,AAAA",
        "data:image/svg+xml",
        "data:image/svg+xmlx,y",
        "data:image/svg+xml;base64,%%%",
        "data:image/svg+xml;base64,/w==",
        "data:text/html,x",
        LAMP,
    ],
)
def test_other_addresses_are_no_icon(text: str) -> None:
    assert [each.code for each in check_icon(Icon(text))] == ["ICON_NOT_SVG"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.from_regex(r"<svg[^>]{0,30}>(<[a-z]{1,8}/?>|&[a-z]{2};){0,9}"))
def test_no_picture_breaks_the_check(text: str) -> None:
    check_svg(text)
    assert from_data_uri(to_data_uri(text)) == text.strip()
    from_data_uri(text)


def test_channel_data_is_sent_whole_and_with_web_addresses() -> None:
    good = ChannelData("acme", "https://acme.example", "https://acme.example/im", "Acme")
    assert check_channel(good) == []
    bad = ChannelData("a|b", "acme", "", " ")
    assert {(each.field, each.code) for each in check_channel(bad)} == {
        ("NAME", "NAME_EMPTY"),
        ("URL_IM", "URL_IM_EMPTY"),
        ("URL", "URL_NOT_HTTP"),
        ("ID", "ID_PIPE"),
    }


def test_a_customer_is_checked_by_the_vendors_rules() -> None:
    assert check_customer(ANNA) == []
    bad = Customer("", "R2-D2", "a|b", "x" * 26, "call me", "anna@")
    assert [(each.field, each.code) for each in check_customer(bad)] == [
        ("name", "PERSON_CHARACTERS"),
        ("last_name", "PERSON_TOO_LONG"),
        ("id", "ID_EMPTY"),
        ("chat", "CHAT_PIPE"),
        ("phone", "PHONE"),
        ("email", "EMAIL"),
    ]


@pytest.mark.parametrize("name", ["Анна-Мария", "O'Neil", "José", "Jo\u0301se", "李雷", "Ann Lee"])
def test_names_of_all_languages_pass(name: str) -> None:
    assert check_customer(replace(ANNA, name=name)) == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_a_cleaned_name_passes_or_nothing_is_left_of_it(text: str) -> None:
    cleaned = clean_person(text)
    assert not cleaned or check_customer(replace(ANNA, name=cleaned)) == []
