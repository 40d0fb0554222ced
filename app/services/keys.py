"""What a vault keeps for one application on one portal. Shows nothing of it."""

import json
import logging
from dataclasses import dataclass, field
from typing import Self

from app.bitrix.held import hold
from app.bitrix.oauth import Tokens
from app.domain.portal import Profile
from app.services.vault import Vault

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Keys:
    """What a vault keeps for a profile. `tokens` is None after signing out."""

    client_secret: str = field(repr=False)
    tokens: Tokens | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        hold(self.client_secret)

    def to_json(self) -> str:
        """All of it, secrets included: for a vault only."""
        tokens = None if self.tokens is None else self.tokens.to_json()
        return json.dumps({"client_secret": self.client_secret, "tokens": tokens})

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """What `to_json` wrote, None for anything else."""
        try:
            plain = json.loads(text)
            tokens = plain["tokens"]
            return cls(str(plain["client_secret"]), tokens and Tokens.from_json(tokens))
        except (ValueError, KeyError, TypeError, RecursionError):
            log.warning("What the vault holds cannot be read")
            return None


async def load_keys(vault: Vault, profile: Profile) -> Keys | None:
    """The keys of a profile, if the vault has them."""
    text = await vault.load(profile.key)
    return None if text is None else Keys.from_json(text)
