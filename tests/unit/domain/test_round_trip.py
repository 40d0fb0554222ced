"""An operator's text as it came, as it is read and as a messenger shows it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.markup_tags import tokens
from app.domain.markup_text import decode_text
from app.domain.round_trip import Kind, round_trip
from app.domain.signature import Signature

from .marked import DASHES, HUGE, marked, steps

ANN = ("Ann Lee",)


def parts(text: str) -> list[tuple[Kind, str]]:
    found = round_trip(text).parts
    return [(each.kind, each.text or each.value or each.tag) for each in found]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("[b]Ann Lee:[/b] [br]Yes, two left.", "Yes, two left."),
        ("[b]Ann Lee:[/b] ", ""),
        ("[b]Ann Lee:[/b][br] Yes, three left.", "Yes, three left."),
        ("[b]Ann Lee:[/b]", ""),
        ("Yes, two left.", "Yes, two left."),
        ("[B]ann  lee:[/B]\nYes", "Yes"),
        ("[b]Ann Lee:[/b] [br][b]Total:[/b] 100", "Total: 100"),
    ],
)
def test_the_authors_name_in_front_is_taken_off(raw: str, shown: str) -> None:
    trip = round_trip(raw, ANN)
    assert trip.shown == shown
    assert trip.signature is (Signature.NONE if raw == shown else Signature.REAL)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("[b]Total:[/b] 100", "Total: 100"),
        ("[b]Total:[/b] [br]100", "Total:\n100"),
        ("[b]Total:[/b][br] 100", "Total:\n 100"),
        ("Total: 100", "Total: 100"),
        ("[b]Ann Lee says:[/b] [br]x", "Ann Lee says:\nx"),
    ],
)
def test_bold_words_with_a_colon_are_no_signature_if_the_author_has_another_name(
    raw: str, shown: str
) -> None:
    trip = round_trip(raw, ANN)
    assert [line.strip() for line in trip.shown.split("\n")] == [
        line.strip() for line in shown.split("\n")
    ]
    assert trip.signature in (Signature.ANOTHER, Signature.NONE)
    assert trip.head == ""


def test_without_an_author_nothing_is_taken_off_and_it_is_said_that_it_looks_like_a_name() -> None:
    trip = round_trip("[b]Ann Lee:[/b] [br]Yes")
    assert (trip.signature, trip.name, trip.head) == (Signature.UNJUDGED, "Ann Lee", "")
    assert trip.shown.replace(" ", "") == "AnnLee:\nYes"


def test_names_with_colons_entities_and_other_letters_are_recognised() -> None:
    assert round_trip("[b]Анна: склад:[/b] [br]Да", ("Анна: склад",)).shown == "Да"
    assert round_trip("[b]Lamp & Co:[/b] [br]Yes", ("Lamp &amp; Co",)).shown == "Yes"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[b]x[/b] [i]y[/i] [u]z[/u] [s]w[/s]", "x y z w"),
        ("[size=20]x[/size] [color=#f00]y[/color]", "x y"),
        ("a[br]b\r\nc", "a\nb\nc"),
        ("[url]https://a.example[/url]", "https://a.example"),
        ("[url=https://a.example]here[/url]", "here (https://a.example)"),
        ("[url=https://a.example]https://a.example[/url]", "https://a.example"),
        ("[USER=7 REPLACE]Ann Lee[/USER] [chat=imol|789]Shop[/chat]", "Ann Lee Shop"),
        ("[context=chat7734/551020]that one[/context]", "that one"),
        ("[code][b]x[/b][/code]", "[b]x[/b]"),
        ("[img size=medium]https://a.example/b.jpg [/img]", "https://a.example/b.jpg"),
        ("[icon=https://a.example/i.png size=20 title=smile]", "smile"),
        ("[put=/help]Help[/put] [send=/start]Start[/send]", "Help Start"),
        ("[call=+37120000001]call us[/call] [call]+371[/call]", "call us +371"),
        ("[timestamp=1767000000 format=SHORT_TIME_FORMAT]", "2025-12-29 09:20 UTC"),
        (">>text\nanswer", "> text\nanswer"),
        (
            f"{DASHES}\nIvo [02.01.2026 09:20:11]\nIs it in stock?\n{DASHES}\nYes",
            "> Ivo [02.01.2026 09:20:11]\n> Is it in stock?\nYes",
        ),
        ("a#BR#b &quot;c&quot; &amp;amp;", 'a\nb "c" &amp;'),
        (":f09f9880: :)", "\U0001f600 :)"),
        ("[foo]x[/foo] [b]open", "[foo]x[/foo] [b]open"),
        ("a\n\n\n\nb", "a\n\nb"),
    ],
)
def test_the_forms_of_a_portal_are_shown_as_a_messenger_shows_them(text: str, shown: str) -> None:
    assert round_trip(text).shown == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[br]b", [(Kind.TEXT, "a"), (Kind.BREAK, "br"), (Kind.TEXT, "b")]),
        ("[b]x[/b]", [(Kind.FORMAT, "b"), (Kind.TEXT, "x"), (Kind.END, "b")]),
        ("[icon=https://a/i.png title=:)]", [(Kind.SMILE, ":)")]),
        ("[foo]", [(Kind.KEPT, "[foo]")]),
        ("[b]x", [(Kind.KEPT, "[b]"), (Kind.TEXT, "x")]),
        (">>q", [(Kind.QUOTED_LINE, ""), (Kind.TEXT, "q")]),
        (
            f"{DASHES}\nq\n{DASHES}",
            [
                *((Kind.QUOTE_EDGE, ""), (Kind.BREAK, ""), (Kind.TEXT, "q")),
                *((Kind.BREAK, ""), (Kind.QUOTE_EDGE, "")),
            ],
        ),
        (DASHES, [(Kind.TEXT, DASHES)]),
        ("[user=7]Ann[/user]", [(Kind.MENTION, "7"), (Kind.TEXT, "Ann"), (Kind.END, "user")]),
        (
            "[url=javascript:alert(1)]x[/url]",
            [(Kind.KEPT, "[url=javascript:alert(1)]"), (Kind.TEXT, "x"), (Kind.KEPT, "[/url]")],
        ),
    ],
)
def test_the_structure_names_every_part(text: str, expected: list[tuple[Kind, str]]) -> None:
    assert parts(text) == expected


def test_a_link_tells_its_true_host_and_whether_its_caption_names_another() -> None:
    text = (
        "[url=https://evil.example/x]https://bank.example[/url] [url=https://a.example]here[/url]"
    )
    first, second = round_trip(text).links
    assert (first.caption, first.link.host, first.misleading) == (
        *("https://bank.example", "evil.example"),
        True,
    )
    assert (second.caption, second.link.host, second.misleading) == ("here", "a.example", False)


def test_a_name_of_look_alike_letters_is_told_as_the_browser_will_ask_it() -> None:
    (found,) = round_trip("see https://раураl.example/x").links
    assert found.link.host.startswith("xn--")
    assert found.link.international


def test_a_caption_in_two_looks_is_one_link() -> None:
    (found,) = round_trip("[url=https://a.example][b]he[/b]re[/url]").links
    assert found.caption == "here"


@settings(max_examples=400, deadline=None)
@given(marked)
def test_head_and_parts_together_are_the_text_as_it_came(text: str) -> None:
    trip = round_trip(text, ANN)
    assert trip.head + "".join(part.source for part in trip.parts) == text
    assert all(part.depth >= 0 for part in trip.parts)


@settings(max_examples=400, deadline=None)
@given(marked)
def test_no_letter_of_the_text_is_lost_on_the_way(text: str) -> None:
    trip = round_trip(text, ANN)
    words = "".join(decode_text(each.source) for each in tokens(trip.body) if not each.name)
    shown = iter(trip.shown)
    assert all(letter in shown for letter in words if letter.isalnum())


@settings(max_examples=400, deadline=None)
@given(st.text(st.characters(exclude_characters="[&:#")) | st.just(f"{DASHES}\na\n{DASHES}\nb"))
def test_what_a_messenger_shows_stays_as_it_is_on_a_second_way(text: str) -> None:
    once = round_trip(text).shown
    assert round_trip(once).shown == once


@settings(max_examples=200, deadline=None)
@given(marked)
def test_a_text_without_its_signature_is_what_was_typed(text: str) -> None:
    signed = round_trip(f"[b]Ann Lee:[/b] [br]{text}", ANN)
    assert signed.shown.strip() == round_trip(signed.body).shown
    assert signed.signature is Signature.REAL
    assert text.endswith(signed.body)


@pytest.mark.parametrize("make", HUGE)
def test_hostile_texts_cost_no_more_than_their_length(make) -> None:
    def cost(size):
        text = make(size)
        return steps(lambda: round_trip(text, ANN))

    assert cost(1000) < cost(500) * 2.5 + 100


@pytest.mark.parametrize("make", HUGE)
def test_twenty_thousand_of_anything_are_read_to_the_end(make) -> None:
    text = make(20_000) + " end"
    trip = round_trip(text, ANN)
    assert trip.shown.endswith("end")
    assert "".join(part.source for part in trip.parts) == text
