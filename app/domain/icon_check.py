"""What there is to check about a tile's icon, one result for each question. Draws nothing."""

from dataclasses import dataclass

from app.domain.connector import Icon
from app.domain.rules import check_icon
from app.domain.svg import LARGEST, check_svg, from_data_uri

#: Questions in the order in which they are asked.
QUESTIONS = ("PICTURE", "LARGE", "SCRIPT", "REMOTE", "COLOR", "SIZE", "POSITION")
_OF_SVG = {"ICON_TOO_LARGE": "LARGE", "ICON_SCRIPT": "SCRIPT", "ICON_REMOTE": "REMOTE"}


@dataclass(frozen=True, slots=True)
class IconCheck:
    """`passed` is None for a question that could not be asked; `value` is what was looked at."""

    question: str
    passed: bool | None
    value: str = ""


def check_tile_icon(icon: Icon) -> tuple[IconCheck, ...]:
    """All questions about one icon."""
    source = from_data_uri(icon.data_image)
    problem = check_svg(source) if source is not None else "ICON_NOT_SVG"
    failed = _OF_SVG.get(problem, "PICTURE") if problem is not None else ""
    wrong = {each.field.rpartition(".")[2] for each in check_icon(icon)}
    size = f"{len((source or '').encode()) / 1000:.1f} / {LARGEST // 1000}"
    values = {"LARGE": size, "COLOR": icon.color, "SIZE": icon.size, "POSITION": icon.position}
    found = []
    for place, question in enumerate(QUESTIONS):
        if question in ("COLOR", "SIZE", "POSITION"):
            passed: bool | None = question not in wrong
        else:
            asked = not failed or place <= QUESTIONS.index(failed)
            passed = question != failed if asked else None
        found.append(IconCheck(question, passed, values.get(question, "")))
    return tuple(found)
