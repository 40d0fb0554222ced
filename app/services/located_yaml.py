"""YAML with places: text to nodes, the line of a place, values to text. Knows no meaning.

Every scalar stays the text it is, so that `09:00`, `no` and `1.0` mean what they look like.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from app.services.configuration_problems import ConfigurationError, FileProblem, Unfit, unfit

#: Characters, entries (tokens, as the parser calls them) and levels: room for a hundred lines with
#: all settings and the usual icons of their connectors. The parser takes its time for each of them.
LARGEST, _MOST, _DEEPEST = 1_000_000, 100_000, 50
_HALF = re.compile("[\ud800-\udfff]")
_PLACE = re.compile(r"\.([a-zA-Z_]+)|\[(\d+|\.\.\.)\]")
_MESSAGE = re.compile(r"^(?P<text>.*?)(?: - at `(?P<place>[^`]*)`)?$", re.DOTALL)

_SHAPES = {
    re.compile("Object missing required field `(.*)`"): Unfit.MISSING,
    re.compile("Object contains unknown field `(.*)`"): Unfit.UNKNOWN,
}

_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)

Place = tuple[str | int, ...]


def plain(node: yaml.Node, name: str) -> Any:
    """Mappings, lists and texts.

    Raises:
        ConfigurationError: a key is none.
    """
    try:
        return yaml.BaseLoader("").construct_document(node)
    except yaml.constructor.ConstructorError as error:
        raise _not_yaml(name, error) from None


def _not_yaml(name: str, error: yaml.MarkedYAMLError) -> ConfigurationError:
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    return ConfigurationError(name, [unfit(line, Unfit.NOT_YAML, hint=str(error.problem))])


def dump(value: Any) -> str:
    """A text that people read."""
    found: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000, indent=2
    )
    return found


def text_of(path: Path) -> str:
    """What a file holds.

    Raises:
        ConfigurationError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(4 * LARGEST + 1)
        if len(raw) > 4 * LARGEST:
            raise ConfigurationError(path.name, [unfit(1, Unfit.LARGE)])
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigurationError(path.name, [unfit(1, Unfit.NOT_UTF8)]) from None
    except OSError as error:
        problem = unfit(1, Unfit.NOT_READABLE, hint=error.strerror or "")
        raise ConfigurationError(path.name, [problem]) from None


def compose(text: str, name: str) -> yaml.Node:
    """The nodes of a text.

    Raises:
        ConfigurationError: it is no YAML, or no mapping.
    """
    if len(text) > LARGEST:
        raise ConfigurationError(name, [unfit(1, Unfit.LARGE)])
    try:
        problem = _unusable(text)
        if problem is not None:
            raise ConfigurationError(name, [problem])
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(name, error) from None
    except yaml.YAMLError:
        raise ConfigurationError(name, [unfit(1, Unfit.NOT_YAML)]) from None
    if not isinstance(node, yaml.MappingNode):
        raise ConfigurationError(name, [unfit(1, Unfit.NO_MAPPING)])
    twice = list(_twice(node))
    if twice:
        raise ConfigurationError(name, twice)
    return node


def _unusable(text: str) -> FileProblem | None:
    """What YAML allows and is not used here, found before anything is built of it."""
    loader = yaml.BaseLoader(text)
    depth = 0
    try:
        for count, token in enumerate(iter(loader.get_token, None)):
            depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
            why = Unfit.ENTRIES if count > _MOST else _unusual(token, depth)
            if why is not None:
                return unfit(token.start_mark.line + 1, why)
    except (ValueError, OverflowError):
        return unfit(loader.line + 1, Unfit.ESCAPE)
    return None


def _unusual(token: yaml.Token, depth: int) -> Unfit | None:
    if depth > _DEEPEST:
        return Unfit.DEPTH
    if isinstance(token, yaml.AliasToken):
        return Unfit.ALIAS
    if isinstance(token, yaml.ScalarToken) and _HALF.search(token.value):
        return Unfit.HALF_CHARACTER
    return None


def _twice(root: yaml.Node) -> Iterator[FileProblem]:
    """Keys that stand in a mapping more than once, of which only the last would count."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            seen = set[str]()
            for key, value in node.value:
                if str(key.value) in seen:
                    yield unfit(key.start_mark.line + 1, Unfit.TWICE, str(key.value))
                seen.add(str(key.value))
                waiting.append(value)


def misshapen(message: str, node: yaml.Node) -> FileProblem:
    """What msgspec says of a place, with its line."""
    found = _MESSAGE.match(message)
    place = (found["place"] or "") if found else ""
    steps = [name or int(number) for name, number in _PLACE.findall(place) if number != "..."]
    line, told = at(node, tuple(steps)), found["text"] if found else message
    for pattern, why in _SHAPES.items():
        field = pattern.fullmatch(told)
        if field is not None:
            return unfit(line, why, field[1])
    return unfit(line, Unfit.SHAPE, str(steps[-1]) if steps else "", told)


def at(node: yaml.Node, place: Place) -> int:
    """The line (from 1) of a place, or of the nearest thing around it."""
    for step in place:
        below = _below(node, step)
        if below is None:
            break
        node = below
    return int(node.start_mark.line) + 1


def _below(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        pairs: Mapping[str, yaml.Node] = {str(key.value): value for key, value in node.value}
        return pairs.get(str(step))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stand as they are read, everything else is quoted where it must be."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, False)


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text_node)
