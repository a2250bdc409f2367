"""The files that are handed over for a sign-up: a private bucket, which nobody reads but by a link that we sign."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.grantee import Grantee
from twofold.contracts.magnets import FOLDER
from twofold.contracts.settings import MagnetSettings

KEPT = Duration.days(30)
"""How long a file that was replaced or removed can still be had back."""


class Magnets(Construct):
    """Amazon's own keys encrypt it: what is in it is given to everybody who signs up, and a key has its price.

    `keep`: files outlive the stack. `plain` takes requests without TLS, which one machine's emulator does not speak.
    """

    def __init__(self, scope: Construct, construct_id: str, *, keep: bool, plain: bool) -> None:
        super().__init__(scope, construct_id)
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=not plain,
            versioned=True,
            lifecycle_rules=[
                s3.LifecycleRule(
                    noncurrent_version_expiration=KEPT,
                    expired_object_delete_marker=True,
                    abort_incomplete_multipart_upload_after=Duration.days(1),
                )
            ],
            removal_policy=RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY,
        )

    def grant(self, function: Grantee) -> None:
        """Reading the files, and the bucket's name in the function's settings."""
        function.allow(("s3:GetObject",), self.bucket.arn_for_objects(f"{FOLDER}/*"))
        function.tell(MagnetSettings(bucket=self.bucket.bucket_name))
