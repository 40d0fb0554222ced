"""Texts as they are shown: cleaned, with ranges in Qt's units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import Author
from app.domain.markup import Style
from app.ui.dialogs.texts import cut, one_line, shown_text, units
from tests.ui.dialogs.sources import message

ANY_TEXT = (
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            ["-" * 54, ">>", ">>x", "[quote]", "[/quote]", "a", "[code]", "[/code]", "\n", "😀"]
        )
    ).map("\n".join)
    | st.text("[]/bquotecdurl=:\n\ud83d😀א\u202e \t<>&", max_size=200)
)


def shown(text, author=Author.OPERATOR):
    return shown_text(message(0, text, author))


def test_a_customers_brackets_are_text():
    assert shown("[b]no[/b] <b>no</b>", Author.CUSTOMER).text == "[b]no[/b] <b>no</b>"
    assert shown("[b]no[/b]", Author.CUSTOMER).ranges == ()


def test_an_operators_brackets_are_styles():
    rich = shown("a [b]bold[/b] word")

    assert rich.text == "a bold word"
    assert [(each.start, each.length, each.style) for each in rich.ranges] == [(2, 4, Style.BOLD)]


def test_ranges_behind_an_emoji_count_its_two_units():
    rich = shown("😀😀 [b]bold[/b]")

    assert (rich.ranges[0].start, rich.ranges[0].length) == (5, 4)
    assert cut(rich.text, 5, 9) == "bold"


def test_links_of_both_sides_lead_to_their_address():
    for author in (Author.CUSTOMER, Author.OPERATOR):
        rich = shown("see https://lamp.example/a.", author)

        assert rich.link_at(6) == "https://lamp.example/a"
        assert rich.link_at(1) == ""


def test_a_quotation_stands_in_lines_of_its_own():
    rich = shown("before[quote]quoted[/quote]behind")

    assert rich.text == "before\nquoted\nbehind"
    assert [(each.start, each.length) for each in rich.ranges] == [(7, 6)]


def test_code_inside_a_line_stays_there():
    assert shown("use [code]x = 1[/code] here").text == "use x = 1 here"


def test_code_of_several_lines_stands_apart():
    assert shown("look: [code]a\nb[/code]so").text == "look: \na\nb\nso"


@given(ANY_TEXT, st.sampled_from([Author.CUSTOMER, Author.OPERATOR]))
def test_whatever_is_written_becomes_text_with_ranges_inside_it(text, author):
    rich = shown(text, author)

    assert not any(mark in rich.text for mark in "\x00\r\u2028\u2029\u202e\u2066")
    rich.text.encode("utf-8")
    end = 0
    for each in rich.ranges:
        assert each.start >= end
        assert each.length > 0
        end = each.end
    assert end <= units(rich.text)


DASHES = "-" * 54
OLD_QUOTE = f"{DASHES}\nOlga [14:20]\nThe [b]shade[/b]\n{DASHES}\nA [b]new[/b] one"


def test_the_dashes_and_arrows_of_quotations_are_not_shown():
    rich = shown(OLD_QUOTE)
    arrows = shown(">>quoted\n>> more\nanswer")

    assert rich.text == "Olga\nThe shade\nA new one"
    assert [rich.text[each.start : each.end] for each in rich.ranges] == [
        *("Olga", "The ", "shade", "new")
    ]
    assert arrows.text == "quoted\nmore\nanswer"


def test_dashes_that_quote_nothing_stay():
    assert shown(f"a\n{DASHES}\nb").text == f"a\n{DASHES}\nb"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (OLD_QUOTE, "A new one"),
        (f"{DASHES}\nOlga\nThe shade\n{DASHES}", "Olga The shade"),
        (f"{DASHES}\nOlga\ncut off", "Olga cut off"),
        ("[quote]old[/quote]new", "new"),
        (">>old\nnew", "new"),
    ],
)
def test_a_list_shows_the_words_behind_a_quotation(text, line):
    assert one_line(text, Author.OPERATOR) == line


@given(ANY_TEXT)
def test_a_list_shows_one_line_without_control_characters(text):
    line = one_line(text, Author.OPERATOR)

    assert not any(ord(character) < 32 for character in line)


@given(st.text(max_size=40), st.data())
def test_a_cut_at_whole_characters_is_what_python_cuts(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert cut(text, units(text[:start]), units(text[:end])) == text[start:end]


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("[url=https://evil.example/x]https://bank.example[/url]!", " (evil.example)!"),
        ("[url=https://evil.example]bank.example[/url]", " (evil.example)"),
        ("[url=https://evil.example][b]bank[/b].example[/url]", " (evil.example)"),
        ("[url=https://evil.example]click here[/url]", "click here"),
        ("[url=https://lamp.example/x]https://lamp.example[/url]", "https://lamp.example"),
        ("https://аррӏе.com/ and more", " (xn--80ak6aa92e.com) and more"),
    ],
)
def test_behind_words_that_name_another_host_stands_the_true_one(text, shown_as):
    rich = shown(text)

    assert rich.text.endswith(shown_as)
    assert all("(" not in cut(rich.text, each.start, each.end) for each in rich.ranges)
