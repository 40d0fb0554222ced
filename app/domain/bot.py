"""A chat bot that this console runs: what it says when, and the rule that decides. Pure.

A bot greets, answers by keywords, and hands a dialog over to people: when the customer asks for it,
when it did not understand often enough, or after an answer that says so. Knows no calls and no
clock: whether the line is open is told to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.markup import plain

#: The vendor's limits: a message, a bot's name and code.
MAX_TEXT, MAX_NAME = 20_000, 255
#: One answer more than so often in a row, or after so many messages of a session: people take over.
MOST_SAME, MOST_HEARD = 4, 100
_BEGINNING = 100
_TOKEN = re.compile(r"\w+(?:\*)?", re.UNICODE)
_CODE = re.compile(r"[A-Za-z0-9_.-]+")


class After(StrEnum):
    """What follows the answer to a keyword."""

    STAY = "stay"
    HAND_OVER = "hand_over"
    FINISH = "finish"


class TargetKind(StrEnum):
    """To whom a bot hands a dialog over: whoever is free in the line, a person, another line."""

    QUEUE = "queue"
    PERSON = "person"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Target:
    """`id` is the portal's number of the person or line, 0 for the line's own queue."""

    kind: TargetKind = TargetKind.QUEUE
    id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Keyword:
    """An answer and the words or phrases that bring it; `deliver*` stands for all that begin so."""

    words: tuple[str, ...]
    answer: str
    after: After = After.STAY


@dataclass(frozen=True, slots=True)
class BotRules:
    """What a bot says. An empty text is not said; `patience` 0 never gives up by itself, but for
    the same answer too often in a row: then a machine writes, or the answer is of no use.
    """

    greeting: str = ""
    keywords: tuple[Keyword, ...] = ()
    fallback: str = ""
    patience: int = 2
    hand_over_words: tuple[str, ...] = ()
    hand_over_text: str = ""
    target: Target = Target()
    finish_words: tuple[str, ...] = ()
    finish_text: str = ""
    closed_text: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """How far a bot is in one session. `heard`: messages of the customer so far; `missed`: how many
    in a row were not understood; `over`: it has handed over or finished; `last` is how the last
    answer begins, given `again` times more.
    """

    greeted: bool = False
    heard: int = 0
    missed: int = 0
    over: bool = False
    last: str = ""
    again: int = 0


class Why(StrEnum):
    """The rule that decided."""

    GREETED = "greeted"
    KEYWORD = "keyword"
    ASKED = "asked"
    GAVE_UP = "gave_up"
    FINISHED = "finished"
    FALLBACK = "fallback"
    WELCOMED = "welcomed"
    SILENT = "silent"


class StepKind(StrEnum):
    """What a bot does."""

    SAY = "say"
    HAND_OVER = "hand_over"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Step:
    """One act; a text with SAY alone."""

    kind: StepKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a bot does after it heard something, why, and how far it is then. `word` is the phrase
    of the rules that was found.
    """

    talk: Talk
    steps: tuple[Step, ...] = ()
    why: Why = Why.SILENT
    word: str = ""


def joined(rules: BotRules, talk: Talk, *, is_open: bool) -> Reaction:
    """A bot comes into a dialog: it greets, once."""
    if talk.over or talk.greeted:
        return Reaction(talk)
    said = [rules.greeting, "" if is_open else rules.closed_text]
    return Reaction(replace(talk, greeted=True), _says(*said), Why.GREETED)


def heard(rules: BotRules, talk: Talk, text: str, *, is_open: bool) -> Reaction:
    """The customer wrote. The wish for a person comes first, then the end, then the keywords."""
    if talk.over:
        return Reaction(talk)
    met = joined(rules, talk, is_open=is_open)
    now = replace(met.talk, heard=talk.heard + 1)
    answer = _kept_short(rules, now, _answer(rules, now, text, is_open=is_open), is_open=is_open)
    why = met.why if met.steps and not answer.steps else answer.why
    return replace(answer, steps=(*met.steps, *answer.steps), why=why)


def _kept_short(rules: BotRules, talk: Talk, answer: Reaction, *, is_open: bool) -> Reaction:
    """Two machines would talk for ever."""
    if answer.talk.over or not answer.steps:
        return answer
    said = answer.steps[0].text[:_BEGINNING]
    again = talk.again + 1 if said == talk.last else 0
    if again >= MOST_SAME or talk.heard > MOST_HEARD:
        return _hand_over(rules, talk, Why.GAVE_UP, "", is_open=is_open)
    return replace(answer, talk=replace(answer.talk, last=said, again=again))


def _answer(rules: BotRules, talk: Talk, text: str, *, is_open: bool) -> Reaction:
    spoken = _spoken(text)
    if word := _find(rules.hand_over_words, spoken):
        return _hand_over(rules, talk, Why.ASKED, word, is_open=is_open)
    if word := _find(rules.finish_words, spoken):
        return _finish(talk, rules.finish_text, Why.FINISHED, word)
    for keyword in rules.keywords:
        if word := _find(keyword.words, spoken):
            return _keyword(rules, talk, keyword, word, is_open=is_open)
    if talk.heard == 1 and rules.greeting:
        return Reaction(talk, why=Why.WELCOMED)
    missed = replace(talk, missed=talk.missed + 1)
    if rules.patience and missed.missed >= rules.patience:
        return _hand_over(rules, missed, Why.GAVE_UP, "", is_open=is_open)
    said = _says(rules.fallback)
    return Reaction(missed, said, Why.FALLBACK if said else Why.SILENT)


def _keyword(
    rules: BotRules, talk: Talk, keyword: Keyword, word: str, *, is_open: bool
) -> Reaction:
    talk = replace(talk, missed=0)
    if keyword.after is After.FINISH:
        return _finish(talk, keyword.answer, Why.KEYWORD, word)
    if keyword.after is After.HAND_OVER:
        then = _hand_over(rules, talk, Why.KEYWORD, word, is_open=is_open)
        return replace(then, steps=(*_says(keyword.answer), *then.steps))
    return Reaction(talk, _says(keyword.answer), Why.KEYWORD, word)


def _hand_over(rules: BotRules, talk: Talk, why: Why, word: str, *, is_open: bool) -> Reaction:
    text = rules.hand_over_text if is_open else rules.closed_text or rules.hand_over_text
    steps = (*_says(text), Step(StepKind.HAND_OVER))
    return Reaction(replace(talk, over=True), steps, why, word)


def _finish(talk: Talk, text: str, why: Why, word: str) -> Reaction:
    steps = (*_says(text), Step(StepKind.FINISH))
    return Reaction(replace(talk, over=True), steps, why, word)


def _says(*texts: str) -> tuple[Step, ...]:
    return tuple(Step(StepKind.SAY, text) for text in texts if text.strip())


def find(phrases: tuple[str, ...], text: str) -> str:
    """The first phrase whose words stand in the text side by side; "" when there is none.

    Case and formats do not count; a word that ends in `*` stands for every word that begins so.
    """
    return _find(phrases, _spoken(text))


def _spoken(text: str) -> str:
    """The words of a text, each between two spaces."""
    return "".join(f" {token.rstrip('*')} " for token in tokens(plain(text)))


def _find(phrases: tuple[str, ...], spoken: str) -> str:
    return next((phrase for phrase in phrases if _stands(tokens(phrase), spoken)), "")


def _stands(wanted: list[str], spoken: str) -> bool:
    """By searches that take as long as the text is long: a customer chooses the text."""
    if not any(word.endswith("*") for word in wanted):
        return bool(wanted) and "".join(f" {word} " for word in wanted) in spoken
    parts = (rf" {word[:-1]}\w* " if word.endswith("*") else f" {word} " for word in wanted)
    return re.search("".join(parts), spoken) is not None


def tokens(text: str) -> list[str]:
    """The words of a text in one spelling."""
    return _TOKEN.findall(text.casefold().replace("ё", "е"))


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a field; of a keyword, `row` is its place."""

    field: str
    code: str
    row: int = -1


def check_rules(rules: BotRules) -> tuple[Flaw, ...]:
    """Everything that keeps these rules from being kept."""
    return tuple(_flaws(rules))


def _flaws(rules: BotRules) -> Iterator[Flaw]:
    if not (rules.greeting.strip() or rules.keywords or rules.fallback.strip()):
        yield Flaw("greeting", "SAYS_NOTHING")
    texts = ("greeting", "fallback", "hand_over_text", "finish_text", "closed_text")
    yield from (Flaw(n, "TEXT_TOO_LONG") for n in texts if len(getattr(rules, n)) > MAX_TEXT)
    if rules.target.kind is not TargetKind.QUEUE and not rules.target.id:
        yield Flaw("target", "TARGET_MISSING")
    seen: set[str] = set()
    for row, keyword in enumerate(rules.keywords):
        words = {" ".join(tokens(word)) for word in keyword.words}
        if "" in words or not words:
            yield Flaw("words", "WORDS_MISSING", row)
        elif words & seen:
            yield Flaw("words", "WORD_TWICE", row)
        seen |= words
        if not keyword.answer.strip() and keyword.after is After.STAY:
            yield Flaw("answer", "ANSWER_MISSING", row)
        if len(keyword.answer) > MAX_TEXT:
            yield Flaw("answer", "TEXT_TOO_LONG", row)


def check_bot(name: str, code: str) -> tuple[Flaw, ...]:
    """What is wrong with a new bot's name and code."""
    found = []
    if not name.strip():
        found.append(Flaw("name", "NAME_EMPTY"))
    elif len(name.strip()) > MAX_NAME:
        found.append(Flaw("name", "TEXT_TOO_LONG"))
    if not code.strip():
        found.append(Flaw("code", "CODE_EMPTY"))
    elif not _CODE.fullmatch(code.strip()) or len(code.strip()) > MAX_NAME:
        found.append(Flaw("code", "CODE_LETTERS"))
    return tuple(found)
