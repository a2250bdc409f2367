"""Who is asking, as far as a request tells."""

import hashlib
import ipaddress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """`origin` is None for our own pages and for clients that are no browser."""

    address: str
    user_agent: str = ""
    origin: str | None = None

    @property
    def network(self) -> str:
        """The part of the address that one subscriber holds: /24 of IPv4, /64 of IPv6."""
        size = 24 if ipaddress.ip_address(self.address).version == 4 else 64
        return str(ipaddress.ip_network(f"{self.address}/{size}", strict=False))

    @property
    def mark(self) -> str:
        """Stands for the network without telling it."""
        return hashlib.sha256(self.network.encode()).hexdigest()[:16]

    def trusted(self, networks: tuple[str, ...]) -> bool:
        address = ipaddress.ip_address(self.address)
        return any(address in ipaddress.ip_network(network) for network in networks)
