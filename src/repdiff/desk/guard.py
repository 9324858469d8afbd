"""Who may ask the desk for something: nobody from another machine, from another page, or without the token."""

import secrets
from collections.abc import Mapping
from typing import Final

HOST: Final = "127.0.0.1"
_NAMES: Final = (HOST, "localhost")
_OF_OURS: Final = ("same-origin", "none")
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer says: the address, which holds the token, is told to no other page; nothing is kept or framed."""


class Guard:
    """The token of one run of the desk, and a ticket that leads to it once: what starts a browser is seen by all users of a machine."""

    def __init__(self, port: int) -> None:
        """`port` is the one that the desk answers at."""
        self.token = secrets.token_urlsafe(24)
        self.ticket = secrets.token_urlsafe(24)
        self._hosts = frozenset(f"{name}:{port}" for name in _NAMES)
        self.address = f"http://{HOST}:{port}/{self.token}/"
        self.opening = f"http://{HOST}:{port}/open/{self.ticket}"

    def refusal(self, headers: Mapping[str, str], *, changes: bool) -> str:
        """Why a request is refused by its headers, empty where it is not; `changes` says that it would change something.

        A page that resolves its own name to this machine sends that name as host; one that sends a form here tells where it is from.
        """
        if headers.get("Host", "").lower() not in self._hosts:
            return "host"
        if headers.get("Sec-Fetch-Site", "none").lower() not in _OF_OURS:
            return "site"
        if changes and headers.get("Origin", "").lower() not in {f"http://{host}" for host in self._hosts}:
            return "origin"
        return ""

    def knows(self, token: str) -> bool:
        """Whether this is the token, in a time that tells nothing of it."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def admits(self, ticket: str) -> bool:
        """Whether this is the ticket; it is void from then on."""
        if not self.ticket or not secrets.compare_digest(ticket.encode(), self.ticket.encode()):
            return False
        self.ticket = ""
        return True
