"""Many alerts that are alike, told as one: after a night, or at the first look at a portal, very
many dialogs may be late at once. Pure; knows no words.
"""

from collections.abc import Iterable
from typing import TypeAlias

from app.domain.alerts import Alert

#: So many dialogs of one kind of alert still stand one by one.
FEW = 5
Group: TypeAlias = tuple[Alert, ...]


def gathered(alerts: Iterable[Alert]) -> tuple[Group, ...]:
    """Alerts about one dialog each, of the same code, stand together when there are more than
    `FEW`; of what is over, those that ended at the same moment. The rest stands alone. In the
    order of the first of each.
    """
    alike: dict[tuple[object, ...], list[Alert]] = {}
    for each in alerts:
        key = (each.code, each.over_at) if each.of_dialog else (*each.key, each.over_at)
        alike.setdefault(key, []).append(each)
    return tuple(group for each in alike.values() for group in _groups(each))


def _groups(alike: list[Alert]) -> Iterable[Group]:
    if len(alike) > FEW and alike[0].of_dialog:
        return (tuple(alike),)
    return tuple((each,) for each in alike)
