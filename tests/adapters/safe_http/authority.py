"""A certificate authority for as long as a test takes, and what it vouches for."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_KEY = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()


@dataclass(frozen=True, slots=True)
class Authority:
    folder: Path
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def trusted(self) -> ssl.SSLContext:
        """Of whoever trusts this authority, and no other."""
        return ssl.create_default_context(cafile=str(self.folder / "authority.pem"))

    def server(self, *names: str, days: int = 2) -> ssl.SSLContext:
        """A server's side, with a certificate for these names, good for so many days from yesterday on."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(key, names[0], self, names, days=days)
        path = self.folder / f"{names[0]}-{days}.pem".replace(":", "_")
        pem = serialization.Encoding.PEM
        path.write_bytes(key.private_bytes(pem, *_KEY) + certificate.public_bytes(pem))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def authority(folder: Path) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, "Nobody's authority", None, ())
    (folder / "authority.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return Authority(folder, key, certificate)


def _certificate(
    key: ec.EllipticCurvePrivateKey, title: str, by: Authority | None, names: tuple[str, ...], days: int = 2
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, title)])
    begun = datetime.now(UTC) - timedelta(days=1)
    issuer, signer = (by.certificate.subject, by.key) if by else (subject, key)
    made = (
        x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(begun - timedelta(days=1))
        .not_valid_after(begun + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    if names:
        alternatives = x509.SubjectAlternativeName([_name(name) for name in names])
        made = made.add_extension(alternatives, critical=False)
    else:
        made = made.add_extension(_may_sign(), critical=True)
    return made.sign(signer, hashes.SHA256())


def _name(name: str) -> x509.GeneralName:
    return x509.DNSName(name) if name[-1].isalpha() else x509.IPAddress(ip_address(name))


def _may_sign() -> x509.KeyUsage:
    told = dict.fromkeys(
        ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
        False,
    )
    return x509.KeyUsage(**told, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False)
