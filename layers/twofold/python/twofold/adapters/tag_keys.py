"""The secrets of authenticated signs: worked out for each asset, so that none is stored."""

from twofold.assets.nfc.keys import KEY_BYTES, TagKeys

from .secrets import derive_key


def tag_keys(root: str, asset_id: str) -> TagKeys:
    """The two keys that all tags of the asset are written with; `root` names the deployment's root secret."""
    meta, file = (derive_key(root, f"nfc-{part}/{asset_id}")[:KEY_BYTES] for part in ("meta", "file"))
    return TagKeys(meta=meta, file=file)
