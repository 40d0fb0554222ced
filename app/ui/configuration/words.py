"""Words for plans, for what is wrong in a file, and for what a plan leaves out."""

from PySide6.QtCore import QObject

from app.domain.address import without_secrets
from app.domain.configuration import Act, Change, Difference, Note, Remark, Sign
from app.domain.links import neutral
from app.services.configuration_problems import FileProblem, Unfit
from app.ui.connectors.form_words import problem_text
from app.ui.lines.field_words import RuleWords

_LONGEST, _FEW = 80, 8


class ConfigurationWords(QObject):
    """The tables, made anew when they are asked for: they follow the language."""

    def acts(self) -> dict[Act, str]:
        """What a step does; {target} is a connector, an event or a line."""
        return {
            Act.ADD_LINE: self.tr("add the line {line}"),
            Act.CHANGE_LINE: self.tr("change the line {line}"),
            Act.REGISTER: self.tr("register the connector {target}"),
            Act.REGISTER_AGAIN: self.tr("register the connector {target} again"),
            Act.ACTIVATE: self.tr("activate {target} on the line {line}"),
            Act.WRITE_DATA: self.tr("write the channel data of {target} on the line {line}"),
            Act.BIND: self.tr("subscribe to {target}, {where}"),
            Act.UNBIND: self.tr("unsubscribe from {target}, {where}"),
            Act.DEACTIVATE: self.tr("deactivate {target} on the line {line}: its data are lost"),
            Act.UNREGISTER: self.tr("unregister the connector {target} from every line"),
        }

    def notes(self) -> dict[Note, str]:
        """What is left out, and why."""
        return {
            Note.QUEUE_ELSEWHERE: self.tr(
                "The queue of the line {target} is left out: the file comes from another portal, "
                "where people have other numbers."
            ),
            Note.NOBODY_QUEUED: self.tr(
                "Nobody will be in the queue of the new line {target}: no operator gets its "
                "dialogs until you put somebody in."
            ),
            Note.NOT_OFFERED: self.tr(
                "{target} is left out: the portal does not offer this event to the application."
            ),
            Note.BINDINGS_HIDDEN: self.tr(
                "Subscriptions are left out: only an administrator sees and changes them."
            ),
            Note.KEPT_ADDRESS: self.tr(
                "{target} stays as it is: its address holds a secret, so no file names it."
            ),
            Note.OTHER_OWNER: self.tr(
                "{target} is in the portal but was not registered from here. Registering it again "
                "takes it over: its events then come to this application only."
            ),
        }

    def queue(self) -> str:
        """Where offline subscriptions go."""
        return self.tr("offline queue")

    def quoted(self, text: str) -> str:
        """A value in quotation marks."""
        return self.tr("“{text}”").format(text=text)

    def whole(self, count: int) -> str:
        """All fields of something new: they are as the file has them."""
        return self.tr("%n field(s) as in the file", "", count)

    def unknown(self) -> str:
        """An old value that the portal does not tell."""
        return self.tr("not known")


class FileWords(QObject):
    """What a file breaks; {field} is a name of the file, {hint} what the rule says of it."""

    def table(self) -> dict[Unfit, str]:
        """For every problem of a file."""
        return {**self._file(), **self._names()}

    def _file(self) -> dict[Unfit, str]:
        return {
            Unfit.NOT_READABLE: self.tr("The file cannot be read: {hint}"),
            Unfit.NOT_UTF8: self.tr("The file is not a text in UTF-8"),
            Unfit.LARGE: self.tr("The file is too large"),
            Unfit.NOT_YAML: self.tr("This is not YAML: {hint}"),
            Unfit.NO_MAPPING: self.tr("The file is empty, or not a list of names and values"),
            Unfit.ENTRIES: self.tr("The file has too many entries"),
            Unfit.DEPTH: self.tr("This is nested too deeply"),
            Unfit.ALIAS: self.tr("Aliases (*name) are not used here"),
            Unfit.ESCAPE: self.tr("An escape names no character"),
            Unfit.HALF_CHARACTER: self.tr("A text holds half a character (a lone surrogate)"),
            Unfit.VERSION: self.tr(
                "Version {field} is not known to this program; it reads version {hint}"
            ),
            Unfit.SHAPE: self.tr("Something else is wanted here: {hint}"),
        }

    def _names(self) -> dict[Unfit, str]:
        return {
            Unfit.TWICE: self.tr("“{field}” stands here twice"),
            Unfit.MISSING: self.tr("“{field}” is missing"),
            Unfit.UNKNOWN: self.tr("“{field}” is not known here"),
            Unfit.SETTING: self.tr("“{field}” is not a setting that this program changes"),
            Unfit.FLAG: self.tr("{field} is true or false"),
            Unfit.CHOICE: self.tr("{field} is one of {hint}"),
            Unfit.DAYS: self.tr("{field} is a list of {hint}"),
            Unfit.TEXT: self.tr("{field} is a text, or a list of days as 25.12"),
            Unfit.QUEUE_ENTRY: self.tr(
                "“{field}”: an entry of a queue is “user 7” or “department 3”"
            ),
            Unfit.SWITCH: self.tr("“{field}” is none of the seven switches"),
            Unfit.LINE: self.tr("Line {field} is not among the lines of this file"),
            Unfit.EVENT: self.tr("“{field}”: an event is one word, as in the portal"),
        }


def change_text(change: Change) -> str:
    """A step in words."""
    words = ConfigurationWords()
    target, line = neutral(change.target), neutral(change.line_name)
    where = neutral(without_secrets(change.handler)) or words.queue()
    return words.acts()[change.act].format(target=target, line=line, where=where)


def change_lines(change: Change) -> list[str]:
    """A step with its sign, and its differences below. Of what is new, many are only counted."""
    head = f"{change.sign} {change_text(change)}"
    new = change.sign is Sign.ADD
    if new and len(change.differences) > _FEW:
        return [head, f"    {ConfigurationWords().whole(len(change.differences))}"]
    return [head, *(f"    {difference_text(each, new=new)}" for each in change.differences)]


def difference_text(difference: Difference, *, new: bool = False) -> str:
    """A field before and after; of something `new` there is no before."""
    if new and difference.old is None:
        return f"{difference.name}: {_short(difference.new)}"
    old = ConfigurationWords().unknown() if difference.old is None else _short(difference.old)
    return f"{difference.name}: {old} → {_short(difference.new)}"


def remark_text(remark: Remark) -> str:
    """What a plan leaves out."""
    return ConfigurationWords().notes()[remark.note].format(target=neutral(remark.target))


def file_problem(problem: FileProblem) -> str:
    """What is wrong in a line of a file."""
    rule = problem.rule
    if rule.code in list(Unfit):
        told = FileWords().table()[Unfit(rule.code)]
        return told.format(field=neutral(rule.field), hint=neutral(rule.hint)).rstrip(": ")
    told = RuleWords().table().get(rule.code) or problem_text(rule)
    return f"{rule.field}: {told}"


def _short(value: str) -> str:
    text = neutral(without_secrets(" ".join(value.split())))
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return ConfigurationWords().quoted(short)
