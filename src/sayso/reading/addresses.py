"""Web addresses that may be fetched: http and https, to hosts that are not inside the user's own network.

In: an address, or what a host name resolves to. Out: the same, checked; whatever is refused raises UnreadableError.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import quote, urlsplit, urlunsplit

from sayso.reading.problems import RefusedError, UnreadableError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class PrivateAddressError(RefusedError):
    """A host resolves to an address that is not public."""


def checked(url: str) -> str:
    """The address without its fragment and with its path quoted; raises UnreadableError unless http(s) with a host."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise UnreadableError("is not a web address") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise UnreadableError("is not an http or https address")
    if not parts.hostname or any(c in url for c in "\r\n\t\0"):
        raise UnreadableError("is not a web address")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError("carries a user name or password, which are not sent")
    try:
        host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    except UnicodeError:
        raise UnreadableError("is not a web address") from None
    host = f"[{host}]" if ":" in host else host
    netloc = host if port is None else f"{host}:{port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme.lower(), netloc, path, quote(parts.query, safe="/%:@!$&'()*+,;=?~-._[]|"), ""))


def resolved(host: str, port: int) -> list[str]:
    """Every IP address of a host name, as the system resolves it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def public(found: list[str], allow_private: bool) -> str:
    """The first of a host's addresses, once all of them are checked; PrivateAddressError when one is not public."""
    if not found:
        raise UnreadableError("has a host name that cannot be found")
    if not allow_private:
        for address in found:
            if not is_public(ipaddress.ip_address(address.partition("%")[0])):
                raise PrivateAddressError(
                    f"leads to the private address {address}", "allow it with --allow-private if that is meant"
                )
    return found[0]


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, also when it carries an IPv4 address inside."""
    if address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global:
        return isinstance(address, ipaddress.IPv6Address) and address in _NAT64 and _embedded_is_public(address)
    return _embedded_is_public(address) if isinstance(address, ipaddress.IPv6Address) else True


def _embedded_is_public(address: ipaddress.IPv6Address) -> bool:
    inside: list[ipaddress.IPv4Address | None] = [address.ipv4_mapped, address.sixtofour]
    if address.teredo is not None:
        inside.extend(address.teredo)
    if address in _NAT64:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return all(is_public(one) for one in inside if one is not None)
