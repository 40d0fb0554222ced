"""A moment may be typed in many ways."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.moments import parse_moment

NOW = datetime(2026, 7, 14, 14, 32, 12)  # noqa: DTZ001 - a Tuesday on a wall


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", "2026-07-14 14:30"),
        ("14:40", "2026-07-13 14:40"),
        ("9:05:30", "2026-07-14 09:05:30"),
        ("12.07 14:30", "2026-07-12 14:30"),
        ("12.07", "2026-07-12 00:00"),
        ("31.12", "2025-12-31 00:00"),
        ("12.07.2024, 8:00", "2024-07-12 08:00"),
        ("1.2.24", "2024-02-01 00:00"),
        ("2026-07-12", "2026-07-12 00:00"),
        ("2026-07-12T14:30", "2026-07-12 14:30"),
        ("today", "2026-07-14 00:00"),
        ("Yesterday 9:00", "2026-07-13 09:00"),
        ("вчера 9:00", "2026-07-13 09:00"),
        ("позавчера", "2026-07-12 00:00"),
        ("friday", "2026-07-10 00:00"),
        ("в пятницу", "2026-07-10 00:00"),
        ("пятницу 10:00", "2026-07-10 10:00"),
        ("2 hours ago", "2026-07-14 12:32:12"),
        ("an hour ago", "2026-07-14 13:32:12"),
        ("3 дня назад", "2026-07-11 14:32:12"),
        ("час назад", "2026-07-14 13:32:12"),
        ("неделю назад", "2026-07-07 14:32:12"),
        *[(text, None) for text in ("", "soon", "25:00", "32.13.", "99999 fortnights ago", "12")],
    ],
)
def test_a_typed_moment_is_understood(typed, meant):
    assert parse_moment(typed, NOW) == (meant and datetime.fromisoformat(meant))


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_is_an_accident(text):
    assert parse_moment(text, NOW) is None or parse_moment(text, NOW).tzinfo is None
