"""Words for plans, for what is wrong in a file, and for what a plan leaves out."""

from PySide6.QtCore import QObject

from app.domain.configuration import Act, Change, Difference, Note, Remark, Sign
from app.domain.links import neutral
from app.services.located_yaml import FileProblem
from app.ui.connectors.form_words import problem_text
from app.ui.lines.field_words import RuleWords

_LONGEST = 80


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
            Note.NOT_OFFERED: self.tr(
                "{target} is left out: the portal does not offer this event to the application."
            ),
            Note.BINDINGS_HIDDEN: self.tr(
                "Subscriptions are left out: only an administrator sees and changes them."
            ),
            Note.OTHER_OWNER: self.tr(
                "{target} is in the portal but was not registered from here. Registering it again "
                "takes it over: its events then come to this application only."
            ),
        }

    def queue(self) -> str:
        """Where offline subscriptions go."""
        return self.tr("offline queue")

    def unknown(self) -> str:
        """An old value that the portal does not tell."""
        return self.tr("not known")


def change_text(change: Change) -> str:
    """A step in words."""
    words = ConfigurationWords()
    target, line = neutral(change.target), neutral(change.line_name)
    return words.acts()[change.act].format(target=target, line=line, where=line or words.queue())


def change_lines(change: Change) -> list[str]:
    """A step with its sign, and its differences below."""
    head = f"{change.sign} {change_text(change)}"
    new = change.sign is Sign.ADD
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
    if problem.rule is None:
        return neutral(problem.text)
    told = RuleWords().table().get(problem.rule.code) or problem_text(problem.rule)
    return f"{problem.rule.field}: {told}"


def _short(value: str) -> str:
    text = neutral(" ".join(value.split()))
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST]}…”"
