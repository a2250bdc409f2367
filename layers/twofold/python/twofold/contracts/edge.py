"""What stands between a visitor and the API: CloudFront on AWS, the gateway on one machine."""

SECRET_HEADER = "x-twofold-edge"
"""Carries the edge secret; only a request that has it is believed about the client's address."""

VIEWER_HEADER = "cloudfront-viewer-address"
"""`address:port` of the client, as CloudFront writes it (IPv6 without brackets)."""
