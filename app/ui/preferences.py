"""What a person can choose about the window. The root stores it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme`: system, light, dark or high_contrast. `language`: system, en or ru.

    `vault` is where keys are kept: keychain, file, memory, or "" while nobody was asked.
    """

    theme: str = "system"
    language: str = "system"
    auto_deliver: bool = True
    vault: str = ""
