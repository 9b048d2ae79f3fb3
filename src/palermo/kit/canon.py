"""One way to write a value as bytes and to digest it, so that equal things have equal ids on every machine."""

import hashlib
import hmac
import json
from collections.abc import Iterable

DIGEST_HEX = 32
"""Hexadecimal digits in an id: 128 bits of SHA-256, enough that no second row with the same id can be made."""


def canonical_json(value: object) -> str:
    """Write `value` as JSON with sorted keys, no spaces and no escapes beyond those JSON demands.

    Raises:
        ValueError: a number is NaN or infinite, which JSON cannot say.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(*parts: str) -> str:
    """Digest text parts into an id of `DIGEST_HEX` hexadecimal digits; each part is length-prefixed, so none can pose as two."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        sha.update(f"{len(data)}:".encode())
        sha.update(data)
    return sha.hexdigest()[:DIGEST_HEX]


def digest_many(parts: Iterable[str]) -> str:
    """Digest any number of parts, in the order given."""
    return digest(*parts)


def commitment(key: bytes, text: str) -> str:
    """Commit to `text` under a secret `key`: 64 hexadecimal digits that say nothing of it once the key is gone (HMAC-SHA-256)."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
