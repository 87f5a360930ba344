"""Links out of the site, made of what exhibitors wrote; what is no safe link is None."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hallgen.model import Exhibitor, Fair


def web_link(website: str | None) -> str | None:
    """A website as a link: only http and https, and a bare host name gets https."""
    if not website or re.search(r"[\s\x00-\x1f]", website.strip()):
        return None
    address = website.strip()
    if re.match(r"^[\w-]+(\.[\w-]+)+([/:?#]|$)", address):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        usable = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return address if usable else None


def mail_link(email: str | None) -> str | None:
    """An e-mail address as a link, if it is one."""
    found = email and re.fullmatch(r"[^\s@<>\"',;:?&%]+@[^\s@<>\"',;:?&%]+", email.strip())
    return f"mailto:{found[0]}" if found else None


def is_writable(fair: Fair, exhibitor: Exhibitor) -> bool:
    """Whether there is a way for what visitors write to it."""
    return fair.enquiries.endpoint is not None or mail_link(exhibitor.email) is not None


def phone_link(phone: str | None) -> str | None:
    """A telephone number as a link (RFC 3966): its digits, and + where it begins with one."""
    if not phone:
        return None
    digits = re.sub(r"\D", "", phone.split("/")[0].split(",")[0])
    plus = "+" if phone.strip().startswith(("+", "(+")) else ""
    return f"tel:{plus}{digits}" if len(digits) >= 5 else None
