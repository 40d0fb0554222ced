"""Texts of messages on a page of the workplace: safe before anything else."""

import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sandbox.workplace.bbcode import MAX_MARKS, safe_link, to_html, to_plain

LINK = '<a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{1}</a>'
DASHES = "-" * 54
ALLOWED = {"strong", "em", "u", "s", "a", "span", "code", "blockquote"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[b]x[/b]", "<strong>x</strong>"),
        ("[I]x[/i]", "<em>x</em>"),
        ("[u]a[s]b[/s][/u]", "<u>a<s>b</s></u>"),
        ("[size=20][color=#f00]x[/color][/size]", "x"),
        ("a[br]b\r\nc#BR#d", "a\nb\nc\nd"),
        ("[user=7]Ann[/user]", '<span class="mention">Ann</span>'),
        ("[USER=7 REPLACE]Ann Lee[/USER]", '<span class="mention">Ann Lee</span>'),
        ("[chat=imol|789]x[/chat]", '<span class="mention">x</span>'),
        ("[url=https://a.example/]shop[/url]", LINK.format("https://a.example/", "shop")),
        ("[url]https://a.example[/url]", LINK.format("https://a.example", "https://a.example")),
        ("[code][b]x[/b] <i>[/code]", "<code>[b]x[/b] &lt;i&gt;</code>"),
        ("[img size=small]https://a.example/b.jpg [/img]",
         LINK.format("https://a.example/b.jpg", "https://a.example/b.jpg")),
        ("[icon=https://a.example/i.png size=20 title=smile]", "smile"),
        ("[timestamp=1767000000 format=SHORT]", "2025-12-29 09:20"),
        ("[disk=30512]", "#30512"),
        (">>one\n>>two\nthree", "<blockquote>one\ntwo</blockquote>three"),
        (f"{DASHES}\nIvo [02.01.2026]\nLamp?\n{DASHES}\nYes.",
         "<blockquote>Ivo [02.01.2026]\nLamp?</blockquote>Yes."),
        ("&quot;a&quot; &amp;amp;", "&quot;a&quot; &amp;amp;"),
        ("see https://a.example/x?y=1&z=2, please",
         "see " + LINK.format(*["https://a.example/x?y=1&amp;z=2"] * 2) + ", please"),
    ],
)  # fmt: skip
def test_known_markup_is_shown(text, html):
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    ["[b]x", "x[/b]", "[marquee]x[/marquee]", "[code]x", "[url=https://a b]x", "[b", "[]", "[/]"],
)
def test_what_is_unknown_or_unbalanced_stays_as_it_was_typed(text):
    assert "<b" not in to_html(text)
    assert to_html(text).startswith(text[:2])


def test_tags_that_cross_each_other_are_never_crossed_in_the_page():
    assert to_html("[b]1[i]2[/b]3[/i]") == "<strong>1[i]2</strong>3[/i]"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//a.example",
        "/workplace/faults",
        "file:///etc/passwd",
        "javascript:alert(1)//https://a.example",
        'https://a.example/"onmouseover="alert(1)',
    ],
)
@pytest.mark.parametrize("form", ["[url={}]x[/url]", "[url]{}[/url]", "[img size=small]{} [/img]"])
def test_nothing_but_web_addresses_becomes_a_link(address, form):
    class Links(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append(dict(attrs).get("href", ""))
            assert not [name for name, _ in attrs if name.startswith("on")]

    found = []
    Links().feed(str(to_html(form.format(address))))

    assert all(link.startswith("https://a.example") for link in found)


HOSTILE = st.lists(
    st.sampled_from(
        [
            *("<script>", "</script>", "<img src=x onerror=alert(1)>", '"', "'", "&lt;", "&#60;"),
            *("[b]", "[/b]", "[i]", "[/i]", "[url=", "[url]", "[/url]", "]", "[", "[code]"),
            *("[/code]", "[img]", "[/img]", "javascript:alert(1)", "https://a.example", ">>", "\n"),
            *(DASHES, "[user=", "[/user]", "=", " ", "\u2028", "\0", "x"),
        ]
    ),
    max_size=40,
).map("".join)


@given(HOSTILE | st.text(max_size=200))
def test_whatever_is_typed_only_harmless_elements_come_out_and_all_are_closed(text):
    class Checker(HTMLParser):
        def handle_starttag(self, tag, attrs):
            assert tag in ALLOWED
            names = {name for name, _ in attrs}
            assert names <= {"href", "target", "rel", "class"}
            assert dict(attrs).get("href", "https://").lower().startswith(("http://", "https://"))
            opened.append(tag)

        def handle_endtag(self, tag):
            assert opened.pop() == tag

    opened = []
    Checker(convert_charrefs=True).feed(str(to_html(text)))

    assert opened == []


@pytest.mark.parametrize(
    "piece",
    [
        *("[b]", "[/b]", "[url]", "[code]", "[", "[b", "[img]", "[url=a]", "[a= ", "[b]x[/b]"),
        *("[url=a]x[/url]", "http://a ", "http://a!!!!", ">>\n", ">>\n\n", f"x{DASHES}\n"),
        *(f"{DASHES}\n", f"x\n{DASHES}\n", "#BR#", "&", "&amp;", "[icon=title=]"),
    ],
)
def test_a_long_hostile_text_is_work_in_proportion_to_its_length(piece):
    steps = []
    sys.setprofile(lambda *_: steps.append(None))
    try:
        to_html((piece * 20_000)[:20_000])
    finally:
        sys.setprofile(None)

    assert len(steps) < 5 * 20_000


def test_after_very_many_tags_the_rest_stays_as_it_was_typed():
    html = to_html("[b]x[/b]" * MAX_MARKS)

    assert html.startswith("<strong>x</strong>" * (MAX_MARKS // 2))
    assert html.endswith("[b]x[/b]")


def test_a_frame_that_is_never_closed_is_no_quote():
    assert to_html(f"{DASHES}\nx") == f"{DASHES}\nx"


def test_a_list_shows_words_only():
    assert to_plain("[b]Ann:[/b][br]see [url=https://a.example]this[/url]\n[x]") == (
        "Ann: see this [x]"
    )


@pytest.mark.parametrize("address", ["https://a.example/x", "HTTP://a.example"])
def test_a_web_address_is_a_safe_link(address):
    assert safe_link(f" {address} ") == address
