"""The sealed file of secrets as bytes: AES-GCM under a key that scrypt derives from a passphrase.

A head (mark, version, cost of the key, salt, nonce), the secrets encrypted with the head
authenticated, and a SHA-256 of all before it, so that damage is told apart from a wrong passphrase.
Knows no files.
"""

import hashlib
import json
import secrets
import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from app.bitrix.held import hold
from app.services.failures import VaultFailed

_MARK, _VERSION = b"OLSEALED", 1
_HEAD = struct.Struct(">8sBBBB16s12s")
_CHECK = hashlib.sha256().digest_size
#: scrypt: 2^16 blocks of 8 take about 0.2 s and 64 MB, in a thread.
COST, _BLOCK, _LANES = 16, 8, 1
#: What a file may ask for: one made by somebody else must not take all the memory there is.
_COSTS = range(4, 19)


@dataclass(frozen=True, slots=True)
class Key:
    """What was derived from a passphrase, and with what."""

    raw: bytes = field(repr=False)
    salt: bytes
    cost: int
    block: int
    lanes: int


def new_key(passphrase: str) -> Key:
    """A key with a salt of its own. Takes its time: for a thread.

    Raises:
        VaultFailed: PASSPHRASE_EMPTY.
    """
    if not passphrase:
        raise VaultFailed("PASSPHRASE_EMPTY")
    return _derive(passphrase, secrets.token_bytes(16), COST, _BLOCK, _LANES)


def key_of(data: bytes, passphrase: str) -> Key:
    """The key that a passphrase gives for this file. Takes its time: for a thread.

    Raises:
        VaultFailed: see `head`.
    """
    cost, block, lanes, salt, _ = head(data)
    return _derive(passphrase, salt, cost, block, lanes)


def _derive(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> Key:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    hold(passphrase)
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        raw = Scrypt(salt=salt, length=32, n=1 << cost, r=block, p=lanes).derive(typed)
    except MemoryError:
        raise VaultFailed("VAULT_REFUSED", "not enough memory") from None
    return Key(raw, salt, cost, block, lanes)


def seal(kept: dict[str, str], key: Key) -> bytes:
    """The whole file, with a new nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    head = _HEAD.pack(_MARK, _VERSION, key.cost, key.block, key.lanes, key.salt, nonce)
    sealed = head + AESGCM(key.raw).encrypt(nonce, json.dumps(kept).encode(), head)
    return sealed + hashlib.sha256(sealed).digest()


def head(data: bytes) -> tuple[int, int, int, bytes, bytes]:
    """Cost, block, lanes, salt and nonce of a file that is whole.

    Raises:
        VaultFailed: VAULT_DAMAGED, VAULT_NEWER.
    """
    if len(data) <= len(_MARK) or not data.startswith(_MARK):
        raise VaultFailed("VAULT_DAMAGED", "mark")
    if data[len(_MARK)] > _VERSION:
        raise VaultFailed("VAULT_NEWER", str(data[len(_MARK)]))
    if len(data) < _HEAD.size + _CHECK or hashlib.sha256(data[:-_CHECK]).digest() != data[-_CHECK:]:
        raise VaultFailed("VAULT_DAMAGED", "checksum")
    _, version, cost, block, lanes, salt, nonce = _HEAD.unpack_from(data)
    if version != _VERSION or cost not in _COSTS or (block, lanes) != (_BLOCK, _LANES):
        raise VaultFailed("VAULT_DAMAGED", "head")
    return cost, block, lanes, salt, nonce


def unseal(data: bytes, key: Key, wrong: Callable[..., Exception], *words: str) -> dict[str, str]:
    """The secrets, or `wrong(*words)` when the key does not fit."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = head(data)[-1]
    sealed = data[_HEAD.size : -_CHECK]
    try:
        plain = AESGCM(key.raw).decrypt(nonce, sealed, data[: _HEAD.size])
    except InvalidTag:
        raise wrong(*words) from None
    kept: dict[str, str] = json.loads(plain)
    return kept
