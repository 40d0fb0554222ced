"""Every word of the workplace stands in the catalogue, in both languages."""

import re
import string
from html.parser import HTMLParser

import jinja2
import pytest

from app.sandbox.faults import KINDS
from app.sandbox.presets import PRESETS
from app.sandbox.workplace.words import FOLDER, LANGUAGES, Words, preferred, texts

TEMPLATES = sorted(FOLDER.glob("*.html"))
COMPUTED = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
SHOWN_ATTRIBUTES = {"title", "placeholder", "aria-label", "alt", "label"}


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(text):
    return text if isinstance(text, list) else [text]


def test_both_languages_have_the_same_texts():
    assert texts("en").keys() == texts("ru").keys()


@pytest.mark.parametrize("key", texts("en"))
def test_a_text_names_the_same_values_in_both_languages_and_has_all_forms(key):
    english, russian = texts("en")[key], texts("ru")[key]

    assert isinstance(english, list) == isinstance(russian, list)
    if isinstance(english, list):
        assert (len(english), len(russian)) == (2, 3)
    assert all(forms(english))
    assert all(forms(russian))
    values = {frozenset(fields(text)) for text in [*forms(english), *forms(russian)]}
    assert len(values) == 1


class Readable(HTMLParser):
    """What a person would read in a template, with all that is computed left out."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.quiet = 0

    def handle_starttag(self, tag, attrs):
        self.quiet += tag in ("svg", "code", "style", "script")
        self.found += [value for name, value in attrs if name in SHOWN_ATTRIBUTES and value]

    def handle_endtag(self, tag):
        self.quiet -= tag in ("svg", "code", "style", "script")

    def handle_data(self, data):
        if not self.quiet:
            self.found.append(data)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path):
    source = COMPUTED.sub("", path.read_text("utf-8"))
    page = Readable()
    page.feed(source)

    assert [text for text in page.found if re.search(r"[^\W\d_]", text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_text_that_a_template_names_exists(path):
    source = path.read_text("utf-8")
    named = set(re.findall(r'\bt\(\s*["\']([a-z_.]+)["\']\s*[,)]', source))
    begun = set(re.findall(r'\bt\(\s*["\']([a-z_.]+)["\']\s*~', source))
    begun |= set(re.findall(r'\bt\("(\w+\.\w*)" ~', source))

    assert named <= texts("en").keys()
    assert all(any(key.startswith(begin) for key in texts("en")) for begin in begun)


def test_every_text_of_the_catalogue_is_used():
    folder = FOLDER.parents[2] / "app" / "sandbox" / "workplace"
    sources = "".join(path.read_text("utf-8") for path in [*TEMPLATES, *folder.glob("*.py")])
    computed = (
        "problem ",
        "profile.",
        "fault.",
        "preset.",
        "seed.",
        "spans.",
        "traffic.only_",
        "session.",
    )
    computed += ("traffic.empty_", "channel.", "fate.step_", "fate.group_", "fate.way_", "rail.")
    computed += ("about.state_", "crm.")
    computed += ("pages.", "roles.", "dialogs.state_", "apps.which_", "labels.", "traffic.")

    unused = [key for key in texts("en") if not key.startswith(computed) and key not in sources]
    assert unused == []


@pytest.mark.parametrize("name", [*KINDS])
def test_every_kind_of_fault_has_its_words(name):
    assert f"fault.{name}" in texts("en")


@pytest.mark.parametrize("name", [*PRESETS])
def test_every_preset_has_its_words(name):
    assert f"preset.{name}" in texts("en")


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "1 день"),
        (2, "2 дня"),
        (5, "5 дней"),
        (11, "11 дней"),
        (21, "21 день"),
        (112, "112 дней"),
    ],
)
def test_russian_numbers_choose_their_form(n, words):
    assert Words("ru")("spans.days", n=n) == words


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en;q=0.5, ru;q=0.7", "ru"),
        ("de, fr;q=0.9", "en"),
        ("ru;q=0", "en"),
        ("ru;q=rubbish, en", "en"),
        ("*", "en"),
        ("," * 1000, "en"),
    ],
)
def test_the_language_is_what_the_browser_asks_for(header, language):
    assert preferred(header) == language


def test_there_are_two_languages():
    assert set(LANGUAGES) == {"en", "ru"}
    assert [Words(code).months()[0] for code in LANGUAGES] == ["January", "января"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_switches_the_escaping_off(path):
    source = path.read_text("utf-8")
    tokens = list(jinja2.Environment(autoescape=True).lex(source))

    assert "style=" not in source
    assert re.findall(r"\son[a-z]+=", COMPUTED.sub("", source)) == []
    assert not {"safe", "Markup", "autoescape"} & {value for _, _, value in tokens}
