"""Why a connector does not work, answered with proof and, where a call can mend it, by that call.

Knows no window and no words.
"""

from app.services.doctor.catalogue import CHECKS
from app.services.doctor.doctor import Doctor

__all__ = ["CHECKS", "Doctor"]
