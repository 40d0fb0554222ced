"""What a person can choose about the window. The root stores it."""

from dataclasses import dataclass

#: Seconds in which an own reply can be taken back; 0 sends it at once.
PAUSES = (0, 5, 10)


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme`: system, light, dark or high_contrast. `language`: system, en or ru.

    `take_back` are the seconds in which an own reply can be taken back.

    `vault` is where keys are kept: keychain, file, memory, or "" while nobody was asked.

    `notify_alerts` and `notify_messages` are shown on the desktop while the window is not in front;
    `hide_words` keeps names and texts out of it. `sound`: none, alerts or all. Nothing is shown and
    nothing sounds in the quiet hours, `quiet_from` to `quiet_to` on this computer's clock.
    """

    theme: str = "system"
    language: str = "system"
    auto_deliver: bool = True
    take_back: int = 5
    vault: str = ""
    notify_alerts: bool = True
    notify_messages: bool = True
    hide_words: bool = False
    sound: str = "none"
    quiet: bool = False
    quiet_from: str = "22:00"
    quiet_to: str = "08:00"

    @property
    def pause(self) -> int:
        """The choice that comes nearest to `take_back`: a file may hold any number."""
        return min(PAUSES, key=lambda choice: abs(choice - self.take_back))
