"""A certificate authority and one certificate per service, for mutual TLS between the local processes."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_LIFETIME = dt.timedelta(days=365)
_RENEW_BEFORE = dt.timedelta(days=30)


@dataclass(frozen=True)
class Identity:
    """One service's PEM files and those of the authority that signed it."""

    authority: Path
    certificate: Path
    key: Path


def issue(folder: Path, services: Iterable[str]) -> dict[str, Identity]:
    """One certificate per service name, signed by the folder's own authority.

    The common name and the first DNS name are the service: that is its identity to its peers. It is valid as
    `localhost` and 127.0.0.1 too, as a server and as a client. Certificates that exist and hold for another
    month are kept; otherwise the authority and all of them are made anew. Keys are readable by the owner only.
    """
    names = list(services)
    identities = {name: Identity(folder / "ca.crt", folder / f"{name}.crt", folder / f"{name}.key") for name in names}
    if not all(_holds(identity) for identity in identities.values()):
        folder.mkdir(parents=True, exist_ok=True)
        _make(folder / "ca.crt", identities)
    return identities


def _holds(identity: Identity) -> bool:
    files = (identity.authority, identity.certificate, identity.key)
    if not all(file.exists() for file in files):
        return False
    authority = x509.load_pem_x509_certificate(identity.authority.read_bytes())
    certificate = x509.load_pem_x509_certificate(identity.certificate.read_bytes())
    until = min(authority.not_valid_after_utc, certificate.not_valid_after_utc)
    return certificate.issuer == authority.subject and until > dt.datetime.now(dt.UTC) + _RENEW_BEFORE


def _make(authority_file: Path, identities: dict[str, Identity]) -> None:
    # The authority's key signs this set and is then forgotten: nothing can be added to it later.
    authority_key = ec.generate_private_key(ec.SECP256R1())
    # A serial in the name tells one authority from the next.
    subject = _name(f"Gitstrata local stack {x509.random_serial_number():x}"[:60])
    now = dt.datetime.now(dt.UTC)
    authority = (
        _builder(subject, subject, authority_key.public_key(), now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(sign_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    authority_file.write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    for name, identity in identities.items():
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName(
            [
                x509.DNSName(name),
                x509.DNSName("localhost"),
                x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
            ]
        )
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
        certificate = (
            _builder(_name(name), subject, key.public_key(), now)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(sign_certificates=False), critical=True)
            .add_extension(purposes, critical=False)
            .add_extension(names, critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
            )
            .sign(authority_key, hashes.SHA256())
        )
        identity.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        _write_key(identity.key, key)


def _write_key(file: Path, key: ec.EllipticCurvePrivateKey) -> None:
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as output:
        output.write(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: dt.datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(minutes=5))
        .not_valid_after(now + _LIFETIME)
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _usage(*, sign_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=sign_certificates,
        crl_sign=sign_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
