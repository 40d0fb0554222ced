"""A certificate authority made up for one run, and the sandbox's certificate signed by it.

The authority's key never leaves memory; the certificate's key is on disk only for the moment in
which the TLS library reads it, in a file that nobody else may open. Knows no portal.
"""

import shutil
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NAMES = ("127.0.0.1", "::1", "localhost", "127.0.0.2")
_OWNER = "Open Line Console sandbox"
_BEGIN = b"-----BEGIN CERTIFICATE-----"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a server needs to speak TLS, and what its clients need to believe it."""

    context: ssl.SSLContext
    ca_pem: bytes


def new_identity(host: str = NAMES[0]) -> Identity:
    """A fresh authority and a certificate for this machine's names."""
    import trustme

    authority = trustme.CA(organization_name=_OWNER)
    names = dict.fromkeys((*NAMES, host))
    certificate = authority.issue_cert(*names, organization_name=_OWNER)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    certificate.configure_cert(context)
    return Identity(context, authority.cert_pem.bytes())


@contextmanager
def published(pem: bytes, path: Path | None) -> Iterator[Path]:
    """The authority's certificate as a file, at `path` or in a folder that goes with the block.

    Raises ValueError for a path that holds something else.
    """
    if path is not None:
        _write(path, pem)
        yield path
        return
    folder = Path(tempfile.mkdtemp(prefix="openline-sandbox-"))
    try:
        found = folder / "ca.pem"
        found.write_bytes(pem)
        yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(path: Path, pem: bytes) -> None:
    try:
        if path.exists() and not path.read_bytes().startswith(_BEGIN):
            raise ValueError(f"{path} exists and is no certificate: nothing is written over it.")
        path.write_bytes(pem)
    except OSError as error:
        raise ValueError(f"{path} cannot be written: {error.strerror}.") from None
