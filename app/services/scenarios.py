"""Scenarios: the story of a connector as a readable file, parsed with line numbers.

A scenario is a YAML mapping with a `title` and `chapters`; a chapter has a `title` and `steps`; a
step is a mapping of one verb to its arguments. The verbs are the classes of `scenario_steps`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

from app.services.scenario_steps import VERBS, Step


class ScenarioError(Exception):
    """The file cannot be understood; the text names file, line and reason."""


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step with the verb and the line of the file that it stands in (from 1)."""

    verb: str
    line: int
    step: Step


@dataclass(frozen=True, slots=True)
class Chapter:
    """A group of steps that ends with one picture of the window."""

    title: str
    steps: tuple[PlacedStep, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole story. `name` is the file's name without its ending."""

    name: str
    title: str
    chapters: tuple[Chapter, ...]


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path

    def fail(self, node: yaml.Node | None, reason: str) -> ScenarioError:
        line = node.start_mark.line + 1 if node else 1
        return ScenarioError(f"{self._path.name}, line {line}: {reason}")

    def compose(self) -> yaml.Node:
        try:
            with self._path.open(encoding="utf-8") as text:
                node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ScenarioError(f"{self._path.name}, line {line}: {error.problem}") from None
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise ScenarioError(f"{self._path}: cannot be read: {error}") from None
        except RecursionError:
            raise ScenarioError(f"{self._path.name}: it is nested too deeply") from None
        if node is None:
            raise self.fail(None, "the file is empty")
        return node

    def mapping(self, node: yaml.Node, known: frozenset[str]) -> Mapping[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, f"expected a mapping with {', '.join(sorted(known))}")
        found: dict[str, yaml.Node] = {str(key.value): value for key, value in node.value}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self.fail(key, "a key is one word")
            if key.value not in known:
                raise self.fail(key, f"'{key.value}' is not known here: {', '.join(sorted(known))}")
        return found

    def sequence(self, node: yaml.Node | None, what: str, near: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.fail(node or near, f"expected a list of {what}")
        items: list[yaml.Node] = node.value
        return items

    def title(self, found: Mapping[str, yaml.Node], near: yaml.Node) -> str:
        node = found.get("title")
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            raise self.fail(node or near, "a title is missing")
        return str(node.value)

    def step(self, node: yaml.Node) -> PlacedStep:
        found = self.mapping(node, frozenset(VERBS))
        if len(found) != 1:
            raise self.fail(node, "a step has exactly one verb")
        ((verb, arguments),) = found.items()
        try:
            plain: Any = yaml.SafeLoader("").construct_document(arguments)
            step = msgspec.convert({} if plain is None else plain, VERBS[verb], strict=False)
        except yaml.constructor.ConstructorError as error:
            raise self.fail(arguments, f"{verb}: {error.problem}") from None
        except ValueError as error:  # a date like 2026-13-45 is one, too
            raise self.fail(arguments, f"{verb}: {error}") from None
        except AttributeError:  # PyYAML's way to say that a text does not fit its tag
            raise self.fail(arguments, f"{verb}: a value is not what its tag says") from None
        return PlacedStep(verb, node.start_mark.line + 1, step)

    def chapter(self, node: yaml.Node) -> Chapter:
        found = self.mapping(node, frozenset({"title", "steps"}))
        steps = self.sequence(found.get("steps"), "steps", node)
        return Chapter(self.title(found, node), tuple(self.step(each) for each in steps))


def read_scenario(path: Path) -> Scenario:
    """Parse a scenario file.

    Raises:
        ScenarioError: naming the line, for anything that is not exactly right.
    """
    reader = _Reader(path)
    node = reader.compose()
    found = reader.mapping(node, frozenset({"title", "chapters"}))
    chapters = reader.sequence(found.get("chapters"), "chapters", node)
    title = reader.title(found, node)
    return Scenario(path.stem, title, tuple(reader.chapter(each) for each in chapters))


def find_scenario(name: str, folder: Path) -> Path:
    """A path as it is, or the name of a scenario that comes with the program."""
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or os.path.exists(name):  # noqa: PTH110 - never raises
        return path
    built_in = folder / f"{name}.yaml"
    if not os.path.exists(built_in):  # noqa: PTH110 - never raises
        known = ", ".join(sorted(each.stem for each in folder.glob("*.yaml")))
        raise ScenarioError(f"There is no scenario '{name}'. Known: {known}.")
    return built_in
