"""What is wrong with a configuration file: rules and lines. The window holds the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.connector import FieldProblem


class Unfit(StrEnum):
    """What a file breaks beside the rules of its fields."""

    NOT_READABLE = "FILE_NOT_READABLE"  # hint: why, in the system's words
    NOT_UTF8 = "FILE_NOT_UTF8"
    LARGE = "FILE_LARGE"
    NOT_YAML = "FILE_NOT_YAML"  # hint: the parser's words, or ""
    NO_MAPPING = "FILE_NO_MAPPING"
    ENTRIES = "FILE_ENTRIES"
    DEPTH = "FILE_DEPTH"
    ALIAS = "FILE_ALIAS"
    ESCAPE = "FILE_ESCAPE"
    HALF_CHARACTER = "FILE_HALF_CHARACTER"
    TWICE = "FILE_TWICE"
    VERSION = "FILE_VERSION"  # hint: the one that is known
    MISSING = "FILE_MISSING"
    UNKNOWN = "FILE_UNKNOWN"
    SHAPE = "FILE_SHAPE"  # hint: what is expected, in the reader's words
    SETTING = "FILE_SETTING"
    FLAG = "FILE_FLAG"
    CHOICE = "FILE_CHOICE"  # hint: the choices
    DAYS = "FILE_DAYS"  # hint: the days
    TEXT = "FILE_TEXT"
    QUEUE_ENTRY = "FILE_QUEUE_ENTRY"
    SWITCH = "FILE_SWITCH"
    LINE = "FILE_LINE"
    EVENT = "FILE_EVENT"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """What is wrong in a line of the file (from 1): the rule that is broken, often an `Unfit`."""

    line: int
    rule: FieldProblem


class ConfigurationError(Exception):
    """The file cannot be used; nothing of it was."""

    def __init__(self, name: str, problems: Iterable[FileProblem]) -> None:
        self.name, self.problems = name, tuple(problems)
        first = self.problems[0]
        super().__init__(f"{name}, line {first.line}: {first.rule.field} {first.rule.code}")


def unfit(line: int, why: Unfit, field: str = "", hint: str = "") -> FileProblem:
    """A problem of the file itself."""
    return FileProblem(line, FieldProblem(field, why, hint))
