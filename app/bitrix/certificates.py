"""Reads certificates: those of an authority's file, and the one that a server shows.

A certificate that is not believed has to be read to be named. That is done here alone, over a
connection of its own that is closed after the handshake: nothing is ever sent over it.
"""

import asyncio
import ssl
from contextlib import suppress
from pathlib import Path

from app.bitrix.errors import NetworkError
from app.bitrix.network import USUAL, read_authorities, trust
from app.domain.links import neutral
from app.domain.network import Certificate, CertificateFault
from app.domain.portal import Network

_PATIENCE = 10.0
_LONGEST, _MOST_NAMES = 300, 100
#: The numbers of X509_verify_cert's answers, as OpenSSL has kept them since its beginnings.
_FAULTS = {
    9: CertificateFault.NOT_YET_VALID,
    10: CertificateFault.EXPIRED,
    18: CertificateFault.SELF_SIGNED,
    2: CertificateFault.UNKNOWN_AUTHORITY,
    19: CertificateFault.UNKNOWN_AUTHORITY,
    20: CertificateFault.UNKNOWN_AUTHORITY,
    21: CertificateFault.UNKNOWN_AUTHORITY,
    62: CertificateFault.WRONG_HOST,
    64: CertificateFault.WRONG_HOST,
}


def certificates_of(ca_file: str) -> tuple[Certificate, ...]:
    """The certificates of an authority's file, as the person should see them.

    Raises:
        NetworkError: `ca_missing`, `ca_unreadable`.
    """
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_pem_x509_certificates

    trust(Network(ca_file))
    content = read_authorities(Path(ca_file).expanduser())
    try:
        if b"-----BEGIN" not in content:
            return (read_certificate(content),)
        found = load_pem_x509_certificates(content)
        return tuple(read_certificate(each.public_bytes(Encoding.DER)) for each in found)
    except ValueError:
        raise NetworkError("ca_unreadable", f"{ca_file}: no certificate") from None


def read_certificate(der: bytes) -> Certificate:
    """A certificate in words, without anything that could play tricks where it is shown.

    Raises ValueError for what is none, or none that the library reads.
    """
    from cryptography import x509

    try:
        return _read(der)
    except (x509.InvalidVersion, TypeError) as error:
        raise ValueError(str(error)) from None


def _read(der: bytes) -> Certificate:
    from cryptography import x509

    found = x509.load_der_x509_certificate(der)
    names: list[str] = []
    unreadable = (x509.DuplicateExtension, x509.UnsupportedGeneralNameType, ValueError, TypeError)
    with suppress(x509.ExtensionNotFound, *unreadable):
        extension = found.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        names = [_shown(str(name.value)) for name in extension.value]
    return Certificate(
        _shown(found.subject.rfc4514_string()),
        _shown(found.issuer.rfc4514_string()),
        tuple(names[:_MOST_NAMES]),
        found.not_valid_before_utc,
        found.not_valid_after_utc,
    )


def _shown(text: str) -> str:
    return neutral(text[:_LONGEST])


async def why_not_believed(
    host: str, port: int, network: Network = USUAL
) -> tuple[CertificateFault | None, Certificate | None]:
    """What is wrong with the certificate of a server, and the certificate; None where unknown."""
    fault: CertificateFault | None = None
    try:
        await _shake_hands(host, port, trust(network))
    except ssl.SSLCertVerificationError as error:
        fault = _FAULTS.get(error.verify_code, CertificateFault.OTHER)
    except (OSError, ssl.SSLError, TimeoutError):
        return None, None
    if fault is None:
        return None, None
    try:
        der = await _shake_hands(host, port, _for_reading_only())
        return fault, read_certificate(der)
    except (OSError, ssl.SSLError, TimeoutError, ValueError):
        return fault, None


async def _shake_hands(host: str, port: int, context: ssl.SSLContext) -> bytes:
    """Open a TLS connection, take the server's certificate, and hang up without a word."""
    async with asyncio.timeout(_PATIENCE):
        _, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=host)
        shown = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
        writer.transport.abort()
    return shown or b""


def _for_reading_only() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
