"""Words for the rules that a form breaks. Knows the codes of the rules, not the rules."""

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.connector import FieldProblem
from app.domain.rules import LONGEST_ID, LONGEST_NAME


def problem_text(problem: FieldProblem) -> str:
    """A sentence for below the field."""
    return FormWords().table().get(problem.code) or problem.code


def repair_text(problem: FieldProblem | None) -> str:
    """The words of the link that mends the field, or ""."""
    if problem is None or not problem.hint:
        return ""
    hint = problem.hint if len(problem.hint) <= _LONGEST else problem.hint[:_LONGEST] + "…"
    hint = hint.replace("&", "&&")  # a single one would underline the next letter of the link
    return QCoreApplication.translate("FormWords", "Use {value}").format(value=hint)


class FormWords(QObject):
    """The whole table, made anew when it is asked for: it follows the language."""

    def table(self) -> dict[str, str]:
        """Every code of a rule, and those of the portal that belong to a field."""
        return self._names() | self._pictures() | self._channel() | self._vendor()

    def _names(self) -> dict[str, str]:
        safe = self.tr("Lower-case letters, digits and _ are safe.")
        return {
            "ID_EMPTY": self.tr("The id is missing."),
            "ID_DOT": self.tr(
                "A dot is not allowed here. Bitrix24 would answer HTTP 200 with "
                "APPLICATION_REGISTRATION_ERROR_POINT."
            )
            + " "
            + safe,
            "ID_UPPER_CASE": self.tr(
                "Upper case makes two customers of one: the portal keeps the id in lower case."
            )
            + " "
            + safe,
            "ID_CHARACTERS": self.tr("Some characters are not allowed here.") + " " + safe,
            "ID_TOO_LONG": self.tr("At most {count} characters.").format(count=LONGEST_ID),
            "NAME_EMPTY": self.tr("The name is missing."),
            "NAME_TOO_LONG": self.tr("At most {count} characters.").format(count=LONGEST_NAME),
            "HANDLER_EMPTY": self.tr("The handler page is missing. Any https page will do."),
            "HANDLER_NOT_HTTP": self.tr("This is not a web address."),
            "HANDLER_HOST": self.tr("The address needs a host with a dot in it."),
            "HANDLER_UNREACHABLE": self.tr(
                "No portal can call this address: it lies inside a home or an office."
            ),
            "BOUND_ALREADY": self.tr("This is subscribed already."),
            "TILE_ALREADY": self.tr("The contact center has a tile for this page already."),
            "ONLINE_ONLY": self.tr("This event is told to addresses only."),
        }

    def _pictures(self) -> dict[str, str]:
        return {
            "ICON_EMPTY": self.tr("The icon is missing."),
            "ICON_NOT_SVG": self.tr("This is not an SVG picture."),
            "ICON_TOO_LARGE": self.tr("The picture is too large: 100 KB at most."),
            "ICON_SCRIPT": self.tr("The picture contains a script or a link, so it is refused."),
            "ICON_REMOTE": self.tr("The picture loads something from elsewhere, so it is refused."),
            "ICON_UNREADABLE": self.tr("The file cannot be read."),
            "COLOR": self.tr("A colour like #2857c4 is needed."),
            "SIZE": self.tr("A size from 1% to 200% is needed."),
            "POSITION": self.tr("The portal does not know this position."),
        }

    def _channel(self) -> dict[str, str]:
        keeps = self.tr("All four fields are needed: the portal would keep an old value.")
        return {
            "URL_EMPTY": keeps,
            "URL_IM_EMPTY": self.tr("Repeat the link when there is no other one."),
            "URL_NOT_HTTP": self.tr("A link that begins with http:// or https:// is needed."),
            "ID_PIPE": self.tr("The sign | is not allowed here."),
            "LINE_MISSING": self.tr("The portal has no open line. Create one there first."),
        }

    def _vendor(self) -> dict[str, str]:
        said = self.tr("The portal refused this value.")
        return {
            "APPLICATION_REGISTRATION_ERROR_POINT": self.tr(
                "The portal refused the id because of a dot."
            ),
            "CONNECTOR_ID_REQUIRED": said,
            "NAME_REQUIRED": said,
            "ICON_REQUIRED": said,
            "NO_PLACEMENT_HANDLER": said,
        }


_LONGEST = 40
