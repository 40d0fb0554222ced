"""The rules of a chat bot: what it says to what, when it hands over, which rules are wrong."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bot import (
    After,
    BotRules,
    Flaw,
    Keyword,
    Talk,
    Target,
    TargetKind,
    Why,
    check_bot,
    check_rules,
    find,
    heard,
    joined,
)

RULES = BotRules(
    greeting="Hello",
    keywords=(
        Keyword(("deliver*", "how long"), "Two days"),
        Keyword(("refund",), "I call somebody", After.HAND_OVER),
        Keyword(("thanks",), "Bye", After.FINISH),
    ),
    fallback="Sorry?",
    patience=2,
    hand_over_words=("operator*", "живой человек"),
    hand_over_text="One moment",
    finish_words=("stop",),
    finish_text="Good bye",
    closed_text="We are closed",
)


def said(reaction):
    return [step.text or step.kind.value for step in reaction.steps]


def talked(rules, *texts, is_open=True):
    """What a bot does to each of these, after it came in."""
    reaction = joined(rules, Talk(), is_open=is_open)
    told = [said(reaction)]
    for text in texts:
        reaction = heard(rules, reaction.talk, text, is_open=is_open)
        told.append(said(reaction))
    return told


@pytest.mark.parametrize(
    ("texts", "answers"),
    [
        (["Hi"], [["Hello"], []]),
        (["How long?"], [["Hello"], ["Two days"]]),
        (["Is it DELIVERED by post?"], [["Hello"], ["Two days"]]),
        (["Hi", "xyz"], [["Hello"], [], ["Sorry?"]]),
        (["Hi", "a", "b"], [["Hello"], [], ["Sorry?"], ["One moment", "hand_over"]]),
        (["Hi", "a", "how long", "b"], [["Hello"], [], ["Sorry?"], ["Two days"], ["Sorry?"]]),
        (["operators, please"], [["Hello"], ["One moment", "hand_over"]]),
        (["Refund!"], [["Hello"], ["I call somebody", "One moment", "hand_over"]]),
        (["thanks"], [["Hello"], ["Bye", "finish"]]),
        (["stop", "operator"], [["Hello"], ["Good bye", "finish"], []]),
    ],
)
def test_a_bot_greets_answers_by_words_and_gives_up_after_its_patience(texts, answers):
    assert talked(RULES, *texts) == answers


def test_a_bot_that_missed_its_coming_greets_with_the_first_answer():
    reaction = heard(RULES, Talk(), "how long", is_open=True)

    assert said(reaction) == ["Hello", "Two days"]
    assert said(joined(RULES, reaction.talk, is_open=True)) == []


def test_out_of_hours_a_bot_says_so_at_once_and_before_handing_over():
    assert talked(RULES, "operator", is_open=False) == [
        ["Hello", "We are closed"],
        ["We are closed", "hand_over"],
    ]


def test_without_patience_a_bot_gives_up_only_when_it_says_the_same_over_and_over():
    rules = BotRules(fallback="Sorry?", patience=0)

    assert talked(rules, *("x" * 6))[1:] == [*[["Sorry?"]] * 4, ["hand_over"], []]


def test_the_wish_for_a_person_comes_before_every_other_word():
    reaction = heard(RULES, Talk(), "stop! how long? operator", is_open=True)

    assert (reaction.why, reaction.word) == (Why.ASKED, "operator*")


def test_a_bot_that_says_nothing_tells_whether_the_greeting_was_the_answer():
    greeted = joined(RULES, Talk(), is_open=True)
    first = heard(RULES, greeted.talk, "hi", is_open=True)
    mute = heard(BotRules(patience=0), Talk(greeted=True, heard=1), "hi", is_open=True)

    assert (first.steps, first.why) == ((), Why.WELCOMED)
    assert (mute.steps, mute.why) == ((), Why.SILENT)


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("price", "What is the PRICE?", True),
        ("price", "prices", False),
        ("price*", "prices", True),
        ("how much", "how very much", False),
        ("how much", "So, how... much!", True),
        ("достав*", "Когда [b]ДОСТАВКА[/b]?", True),
        ("еще", "ещё", True),
        ("", "anything", False),
        ("*", "anything", False),
    ],
)
def test_a_phrase_is_found_by_whole_words_in_any_case_and_format(phrase, text, fits):
    assert bool(find((phrase,), text)) is fits


WORD = st.text(string.ascii_lowercase + "абвгд", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=4), st.lists(WORD), st.lists(WORD))
def test_words_that_stand_in_a_text_are_found_whatever_is_around(phrase, before, after):
    text = ", ".join([*before, *phrase, *after]).upper()

    assert find((" ".join(phrase),), text)


@given(st.lists(st.text(max_size=40), max_size=12), st.booleans())
def test_whatever_is_said_a_bot_leaves_once_and_is_silent_afterwards(texts, is_open):
    told = talked(RULES, *texts, is_open=is_open)
    ends = [n for n, steps in enumerate(told) if {"hand_over", "finish"} & set(steps)]

    assert len(ends) <= 1
    assert not any(steps for end in ends for steps in told[end + 1 :])


@pytest.mark.parametrize(
    ("rules", "flaw"),
    [
        (BotRules(), Flaw("greeting", "SAYS_NOTHING")),
        (BotRules("x" * 20_001), Flaw("greeting", "TEXT_TOO_LONG")),
        (BotRules("Hi", target=Target(TargetKind.PERSON)), Flaw("target", "TARGET_MISSING")),
        (BotRules(keywords=(Keyword((), "A"),)), Flaw("words", "WORDS_MISSING", 0)),
        (BotRules(keywords=(Keyword(("!",), "A"),)), Flaw("words", "WORDS_MISSING", 0)),
        (BotRules(keywords=(Keyword(("a",), ""),)), Flaw("answer", "ANSWER_MISSING", 0)),
        (
            BotRules(keywords=(Keyword(("a",), "A"), Keyword(("A",), "B"))),
            Flaw("words", "WORD_TWICE", 1),
        ),
    ],
)
def test_rules_that_cannot_be_kept_are_told_at_their_field(rules, flaw):
    assert check_rules(rules) == (flaw,)


@pytest.mark.parametrize(
    ("name", "code", "flaws"),
    [
        ("Helper", "acme_helper.1", []),
        (" ", "acme", ["NAME_EMPTY"]),
        ("Helper", "", ["CODE_EMPTY"]),
        ("Helper", "бот", ["CODE_LETTERS"]),
        ("x" * 256, "a b", ["TEXT_TOO_LONG", "CODE_LETTERS"]),
    ],
)
def test_a_new_bot_needs_a_name_and_a_code_of_plain_letters(name, code, flaws):
    assert [flaw.code for flaw in check_bot(name, code)] == flaws


@pytest.mark.parametrize("text", ["a " * 10_000, "a" * 20_000, "[b]" * 6_000, "a b" * 6_000])
def test_a_customer_s_longest_message_is_searched_word_by_word_once(text, monkeypatch):
    read = []
    monkeypatch.setattr("app.domain.bot.plain", lambda words: read.append(words) or words)
    phrases = (*(f"a {number}" for number in range(50)), "a a* zz")
    rules = BotRules(fallback="?", keywords=tuple(Keyword((p,), "!") for p in phrases), patience=0)

    assert said(heard(rules, Talk(), text, is_open=True)) == ["?"]
    assert read == [text], "its words are looked up once for all phrases"


@pytest.mark.parametrize(
    ("says", "answers"), [(lambda _: "I am away", 4), (lambda n: "deliver" if n % 2 else "?", 100)]
)
def test_a_bot_and_an_answering_machine_do_not_talk_for_ever(says, answers):
    rules = replace(RULES, greeting="", patience=0)
    told = talked(rules, *map(says, range(200)))[1:]

    over = told.index(["One moment", "hand_over"])
    assert over == answers
    assert not any(told[over + 1 :])
