"""Whom we believe to be who they say: the certificate authorities that botocore trusts."""

import ssl
from functools import cache

from botocore.httpsession import get_cert_path


@cache
def trusted() -> ssl.SSLContext:
    """Checks certificates and names. Made once: reading the authorities takes longer than a handshake."""
    return ssl.create_default_context(cafile=get_cert_path(True))
