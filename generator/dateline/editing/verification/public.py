"""Which addresses of hosts are public: the only ones that a page is fetched from.

`ipaddress.is_global` differs between versions of Python, and takes for global what leads on to something else: so the
registries of special addresses (RFC 6890 and its updates) are written out here, and of IPv6 only what is given out to
the public (2000::/3) counts at all.
"""

import ipaddress
from typing import Final, TypeAlias

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_SPECIAL_4: Final = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by a provider's customers
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # this link, and the metadata of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # for protocols, some of them of this network
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4 (RFC 7526, deprecated)
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
_PUBLIC_6: Final = ipaddress.IPv6Network("2000::/3")
"""Outside it stand this machine, mapped, translated (SIIT, ::ffff:0:0:0/96), unique local, link- and site-local,
multicast, discard-only and segment-routing (5f00::/16) addresses, and NAT64 of a local network (64:ff9b:1::/48)."""
_SPECIAL_6: Final = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # for protocols: Teredo, benchmarks, ORCHID and others
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4 (RFC 7526, deprecated)
        "3ffe::/16",  # the 6bone, given back
        "3fff::/20",  # documentation
    )
)
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""How a network that has IPv6 alone reaches IPv4 (RFC 6052): judged by the IPv4 address that it holds."""
_ISATAP: Final = frozenset({bytes.fromhex("00005efe"), bytes.fromhex("02005efe")})


def is_public(ip: Address) -> bool:
    """Return whether an address is public, and the IPv4 address that it holds, if any, is too."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not any(ip in network for network in _SPECIAL_4)
    if ip.ipv4_mapped is not None:
        return is_public(ip.ipv4_mapped)
    held = ipaddress.IPv4Address(ip.packed[-4:])
    if ip in _NAT64:
        return is_public(held)
    if ip.packed[8:12] in _ISATAP and not is_public(held):
        return False
    return ip in _PUBLIC_6 and ip.is_global and not any(ip in network for network in _SPECIAL_6)


def is_loopback(ip: Address) -> bool:
    """Return whether an address is this machine's own."""
    held = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return (held or ip).is_loopback
