"""The way to a portal, looked at on request: is it reached, and whom would TLS believe?"""

from app.bitrix import certificates, portal
from app.bitrix import network as settings
from app.domain.network import Certificate, ConnectionReport
from app.domain.portal import Network
from app.services.traffic import Traffic


async def test_connection(traffic: Traffic, origin: str, network: Network) -> ConnectionReport:
    """Ask `origin` for an answer with these settings; nothing has to be saved before.

    Never fails: what went wrong stands in the report.
    """
    return await portal.test_connection(origin, network, on_contact=traffic.contacted)


def certificates_of(ca_file: str) -> tuple[Certificate, ...]:
    """What stands in a file of authorities.

    Raises:
        NetworkError: there is no such file, or it holds no certificate.
    """
    return certificates.certificates_of(ca_file)


def check_network(network: Network) -> None:
    """Whether a client could be opened with these settings.

    Raises:
        NetworkError: which of them cannot be used, and why.
    """
    settings.check_network(network)
