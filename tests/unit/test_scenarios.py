"""A scenario file is read strictly, and every mistake is told with its line."""

from xml.etree import ElementTree as ET

import pytest

from app import RESOURCES
from app.services.scenario_run import Report, StepReport, to_junit
from app.services.scenario_steps import Write
from app.services.scenarios import ScenarioError, find_scenario, read_scenario

GOOD = """title: Story
chapters:
  - title: One
    steps:
      - sign_in:
      - write: {connector: c, customer: Ann Lee, text: Hello}
"""


def scenario(tmp_path, text):
    path = tmp_path / "story.yaml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path)


def test_steps_are_read_with_their_lines(tmp_path):
    steps = scenario(tmp_path, GOOD).chapters[0].steps

    assert [(step.verb, step.line) for step in steps] == [("sign_in", 5), ("write", 6)]
    assert steps[1].step == Write(connector="c", customer="Ann Lee", text="Hello")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("", "line 1: the file is empty"),
        ("- 1", "line 1: expected a mapping"),
        ("title: x\nchapters: [", "line 2"),
        ("title: x\nchapters: []", "line 2: expected a list of chapters"),
        ("chapters:\n  - title: x\n    steps: [{sign_in: }]", "a title is missing"),
        (GOOD.replace("sign_in", "fly"), "line 5: 'fly' is not known here"),
        (GOOD.replace("text: Hello", "colour: red"), "line 6: write: "),
        (GOOD.replace("Hello", "[1, 2]"), "line 6: write: "),
        (GOOD.replace("- sign_in:", "- {sign_in: , show: {page: calls}}"), "exactly one verb"),
        ("? [a]\n: b", "line 1: a key is one word"),
        (GOOD.replace("Hello", "2026-13-45"), "line 6: write: "),
        (GOOD.replace("Hello", "!!timestamp now"), "line 6: write: a value is not what its tag"),
        (GOOD.replace("Hello", "9" * 5000), "line 6: write: "),
        ("[" * 20_000, "nested too deeply"),
        (GOOD + "x: !!python/object/apply:os.getcwd []", "'x' is not known"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, wrong, told):
    with pytest.raises(ScenarioError) as caught:
        scenario(tmp_path, wrong)

    assert told in str(caught.value)


def test_a_tag_that_would_run_code_is_refused(tmp_path):
    with pytest.raises(ScenarioError):
        scenario(tmp_path, GOOD.replace("Hello", "!!python/object/apply:os.getcwd []"))


@pytest.mark.parametrize("path", sorted((RESOURCES / "scenarios").glob("*.yaml")), ids=str)
def test_every_built_in_scenario_can_be_read(path):
    assert read_scenario(path).chapters


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ScenarioError, match="Known: first-connector"):
        find_scenario("no-such", RESOURCES / "scenarios")


def test_the_junit_report_counts_failures_and_steps_not_played():
    report = Report(
        "story",
        (
            StepReport("One", "sign_in", 5, ok=True, seen="signed in", seconds=0.5),
            StepReport("One", "write", 6, ok=False, seen="<no> answer", seconds=0.25),
        ),
        (),
        planned=4,
    )

    xml = to_junit([report])

    assert 'tests="4" failures="1" skipped="2"' in xml
    assert "&lt;no&gt; answer" in xml


@pytest.mark.parametrize("name", ["a" * 5000, "a/" * 3000, "no/such"])
def test_a_name_that_no_file_can_have_is_just_unknown(tmp_path, name):
    with pytest.raises(ScenarioError, match="There is no scenario"):
        find_scenario(name, tmp_path)


def test_what_a_step_saw_may_hold_characters_that_xml_cannot():
    step = StepReport("One", "see_message", 5, False, "text \x00\x1b\ud800 seen", 0.1)

    text = to_junit([Report("story", (step,), (), 1)])

    assert "seen" in ET.fromstring(text.encode()).find(".//failure").attrib["message"]
