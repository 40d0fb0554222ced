"""BBCode as text with ranges: what is shown, and that hostile texts only stand there."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.markup import Style, escape, parse, plain
from app.domain.markup_tags import tokens

from .marked import DASHES, HUGE, marked, steps

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def looks(text: str) -> list[tuple[str, Style, str]]:
    rich = parse(text)
    return [(rich.text[s.start : s.end], s.style, s.link) for s in rich.spans]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[b]bold[/b] plain", [("bold", Style.BOLD, "")]),
        ("[B]bold[/b]", [("bold", Style.BOLD, "")]),
        (
            "[i]a[/i][u]b[/u][s]c[/s]",
            [("a", Style.ITALIC, ""), ("b", Style.UNDERLINE, ""), ("c", Style.STRIKE, "")],
        ),
        ("[b][i]both[/i][/b]", [("both", Style.BOLD | Style.ITALIC, "")]),
        ("[b][b]twice[/b] still[/b]", [("twice still", Style.BOLD, "")]),
        (
            "[b]a[i]b[/b]c[/i]",
            [("a", Style.BOLD, ""), ("b", Style.BOLD | Style.ITALIC, ""), ("c", Style.ITALIC, "")],
        ),
        (
            "[code][b]x[/b] https://a.b &amp;[/code]",
            [("[b]x[/b] https://a.b &amp;", Style.CODE, "")],
        ),
        (
            "[user=7]Ann[/user] [USER=all REPLACE]All[/USER]",
            [("Ann", Style.MENTION, ""), ("All", Style.MENTION, "")],
        ),
        ("[url]https://a.b/c?d=e[/url]", [("https://a.b/c?d=e", Style.NONE, "https://a.b/c?d=e")]),
        ("[url=https://a.b]here[/url]", [("here", Style.NONE, "https://a.b")]),
        ("[url=https://a.b?x=1&amp;y=2]here[/url]", [("here", Style.NONE, "https://a.b?x=1&y=2")]),
        ("see https://a.b/c.", [("https://a.b/c", Style.NONE, "https://a.b/c")]),
        ("(https://a.b/c_(d))", [("https://a.b/c_(d)", Style.NONE, "https://a.b/c_(d)")]),
        (
            "[img size=medium]https://a.b/c.jpg [/img]",
            [("https://a.b/c.jpg", Style.NONE, "https://a.b/c.jpg")],
        ),
        (">>said\nanswer", [(">>said", Style.QUOTE, "")]),
        ("[size=20][color=#f00]x[/color][/size]", []),
    ],
)
def test_known_tags_become_looks(text: str, shown: list[object]) -> None:
    assert looks(text) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[br]b\r\nc#BR#d\re", "a\nb\nc\nd\ne"),
        ("&lt;b&gt; &quot;x&quot; &amp;amp; &#39;", '<b> "x" &amp; \''),
        ("&copy=1 &unknown; &", "&copy=1 &unknown; &"),
        ("&#91;b&#93;x&#91;/b&#93;", "[b]x[/b]"),
        (":f09f9880: :) :f0ffffff: :abcd:", "\U0001f600 :) :f0ffffff: :abcd:"),
        ("[timestamp=1767000000 format=SHORT_TIME_FORMAT]", "2025-12-29 09:20 UTC"),
        ("[timestamp=99999999999999] [timestamp=x]", "[timestamp=99999999999999] [timestamp=x]"),
        ("[icon=https://a/i.png size=20 title=smile]!", "smile!"),
        ("[icon=https://a/i.png]!", "!"),
        ("[put=/help]Help[/put] [send=/s]Go[/send] [call=+371]+371[/call]", "Help Go +371"),
        ("[chat=imol|789]Shop[/chat] [context=chat7/5]it[/context]", "Shop it"),
        ("[like] [dislike]", "\U0001f44d \U0001f44e"),
        ("[foo]x[/foo] [1] [] [/] [b", "[foo]x[/foo] [1] [] [/] [b"),
        ("[b]never closed", "[b]never closed"),
        ("never opened[/b]", "never opened[/b]"),
        ("[code]never [b]closed[/b]", "[code]never closed"),
        ("[url=javascript:alert(1)]x[/url]", "[url=javascript:alert(1)]x[/url]"),
        ("[url]file:///etc/passwd[/url]", "[url]file:///etc/passwd[/url]"),
        ("[img]javascript:alert(1)[/img]", "[img]javascript:alert(1)[/img]"),
        ("a\u202eb\u2066c", "abc"),
    ],
)
def test_the_text_is_what_a_person_should_read(text: str, expected: str) -> None:
    assert parse(text).text == expected


def test_a_quoted_message_is_a_quotation_and_the_answer_is_not() -> None:
    text = f"{DASHES}\nIvo [02.01.2026]\nIs [b]it[/b] in?\n{DASHES}\nYes"
    rich = parse(text)
    quoted = "".join(rich.text[s.start : s.end] for s in rich.spans if s.style & Style.QUOTE)
    assert "Is it in?" in quoted
    assert "Yes" not in quoted
    assert plain(text) == "> Ivo [02.01.2026]\n> Is it in?\nYes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[b]Hi[/b] [url=https://a.b/c]there[/url]!", "Hi there (https://a.b/c)!"),
        ("[url=https://a.b]https://a.b[/url] https://c.d", "https://a.b https://c.d"),
        ("[url=https://a.b][b]x[/b]y[/url]", "xy (https://a.b)"),
        ("[url=https://evil.example]https://a.b[/url]", "https://a.b (https://evil.example)"),
        ("a\n\n\n\n[br][br]b", "a\n\nb"),
        (">>  q\nx", "> q\nx"),
        ("  [br] x [br]", "x"),
        ("", ""),
    ],
)
def test_plain_text_keeps_addresses_and_marks_quotations(text: str, expected: str) -> None:
    assert plain(text) == expected


@settings(max_examples=500, deadline=None)
@given(marked)
@example("[url][b]https://a.b[/b][/url]")
def test_any_text_is_read_and_its_ranges_are_in_order_inside_and_safe(text: str) -> None:
    rich = parse(text)
    position = 0
    for span in rich.spans:
        assert span.length > 0
        assert span.start >= position
        position = span.end
        assert span.style or span.link
        assert not span.link or span.link.startswith(("http://", "https://"))
    assert position <= len(rich.text)
    assert not set(OVERRIDES) & set(rich.text)
    plain(text)


@settings(max_examples=300, deadline=None)
@given(marked)
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(token.source for token in tokens(text)) == text


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_characters="[&:#\r" + OVERRIDES)))
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    assert parse(text).text == text


@settings(max_examples=500, deadline=None)
@given(marked)
def test_escaped_text_holds_no_tag_any_more_and_escaping_twice_is_once(text: str) -> None:
    escaped = escape(text)
    assert all(not token.name for token in tokens(escaped))
    assert escape(escaped) == escaped
    assert escaped.replace("\u200b", "") == text.replace("\u200b", "")


@pytest.mark.parametrize("make", HUGE)
def test_work_grows_with_the_length_of_a_hostile_text_and_not_with_its_square(make) -> None:
    def cost(size):
        text = make(size)
        return steps(lambda: (parse(text), plain(text)))

    assert cost(1000) < cost(500) * 2.5 + 100


@pytest.mark.parametrize("make", HUGE)
def test_a_hostile_text_of_any_size_is_read(make) -> None:
    text = make(20_000) + " end"
    assert parse(text).text.endswith(" end")
    assert plain(text).endswith("end")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<b>html</b><style>@import 'http://evil'</style>",
    "[url=JaVaScRiPt:alert(1)]x[/url]",
    "[url=data:text/html,<script>]x[/url]",
    "[url= javascript:alert(1)]x[/url]",
    '[url=https://a.b"onmouseover="x]x[/url]',
    "[url=//evil.example]x[/url]",
    "[url=\\\\server\\share]x[/url]",
    "[url=smb://server/share]x[/url]",
    "[url=ms-settings:]x[/url]",
    "[url=https://bank.example@evil.example]x[/url]",
    "[img]file:///etc/passwd[/img]",
    "[img size=medium]https://evil.example/pixel.gif[/img]",
    "[icon=https://evil.example/pixel.gif title=<img>]",
    "[url]https://a.b/<script>[/url]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x&#62;",
    "\x00\x01\x02\x1b[31m",
    "\u202ecod.exe\u202c",
    "[[b]b]x[/[/b]b]",
    "[user=7 REPLACE]<b>Ann</b>[/user]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markup_becomes_nothing_but_text_and_plain_web_links(text: str) -> None:
    rich = parse(text)
    for span in rich.spans:
        assert not span.link or span.link.startswith(("http://", "https://"))
        assert "evil.example@" not in span.link
        assert not set(span.link) & set("<>\"' \n")
    if "<" in text and "[" not in text:
        assert rich.text == text
