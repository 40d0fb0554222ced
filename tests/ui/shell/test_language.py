"""Which language the window speaks, and how it writes times."""

import pytest
from PySide6.QtCore import QLocale, QTime

from app.ui import language

SHORT = QLocale.FormatType.ShortFormat


class Elsewhere(QLocale):
    """A system of another country."""

    country = "C"

    @classmethod
    def system(cls):
        return QLocale(cls.country) if cls.country != "C" else QLocale.c()


@pytest.mark.parametrize(
    ("country", "choice", "time"),
    [
        ("en_GB", "system", "15:42"),
        ("en_GB", "en", "15:42"),
        ("C", "en", QLocale.c().toString(QTime(15, 42), SHORT)),
        ("ru_RU", "en", QLocale("en").toString(QTime(15, 42), SHORT)),
        ("C", "ru", "15:42"),
        ("de_DE", "system", "15:42"),
    ],
)
def test_a_language_chosen_by_name_leaves_the_clock_of_its_own_country(
    qapp, monkeypatch, country, choice, time
):
    monkeypatch.setattr(language, "QLocale", Elsewhere)
    monkeypatch.setattr(Elsewhere, "country", country)
    language.install(qapp, choice)
    shown = QLocale().toString(QTime(15, 42), SHORT)
    language.remove(qapp)

    assert shown == time
