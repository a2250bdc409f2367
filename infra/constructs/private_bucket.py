"""Buckets whose files name persons: private, under the deployment's own key, and forgetful."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee

READ = ("kms:Decrypt",)
WRITE = ("kms:Decrypt", "kms:GenerateDataKey")
"""What S3 asks of the key in the name of whoever puts a file, in one part or in several."""


def private_bucket(
    scope: Construct, *, on: Foundation, forgets: Duration | None, name: str | None = None
) -> s3.Bucket:
    """Files are gone after so long; a stack that is deleted takes the bucket along, as soon as it is empty.

    One machine's emulator speaks no TLS, so only there is anything else listened to.
    """
    parts = Duration.days(1)
    return s3.Bucket(
        scope,
        "Bucket",
        bucket_name=name,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        encryption=s3.BucketEncryption.KMS,
        encryption_key=on.tables.key,
        bucket_key_enabled=True,
        enforce_ssl=not on.environment.is_local,
        lifecycle_rules=[s3.LifecycleRule(expiration=forgets, abort_incomplete_multipart_upload_after=parts)],
        removal_policy=RemovalPolicy.DESTROY,
    )


def allow_files(
    function: Grantee, on: Foundation, *, read: tuple[str, ...] = (), write: tuple[str, ...] = ()
) -> None:
    """Reading and putting files at these ARNs, with the key that they lie under; also by links that it signs."""
    for verb, places in (("s3:GetObject", read), ("s3:PutObject", write)):
        for place in places:
            function.allow((verb,), place)
    function.allow(WRITE if write else READ, on.tables.key.key_arn, via="s3")
