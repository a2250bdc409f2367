"""Where files are put that shall be read: a private bucket, which forgets them in a week."""

from aws_cdk import CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.grantee import Grantee
from infra.constructs.product_function import ProductFunction
from infra.environments import Environment
from twofold.contracts.settings import ImportSettings
from twofold.contracts.uploads import FOLDER

FORGOTTEN = Duration.days(7)
"""Long enough to look at a file again whose lines were refused; the coupons themselves stand in tables by then."""


class Uploads(Construct):
    """Amazon's own keys encrypt it, a link that we sign fills it, and each file calls `reader` as it comes.

    Its name is worked out, not made up by CloudFormation: the bucket names its reader, the reader's rights name the
    bucket, and neither can wait for the other. Pages of other sites never upload, so it answers no preflight.
    """

    def __init__(self, scope: Construct, construct_id: str, *, environment: Environment) -> None:
        super().__init__(scope, construct_id)
        own = Stack.of(self)
        self.name = f"twofold-{environment.name}-uploads-{own.account}-{own.region}"
        self.arn = own.format_arn(service="s3", region="", account="", resource=self.name)
        self._plain = environment.is_local
        CfnOutput(own, "UploadBucketName", value=self.name)

    def grant_read(self, function: Grantee) -> None:
        self._grant(function, "s3:GetObject")

    def grant_upload(self, function: Grantee) -> None:
        """What a link that the function signs may do in its name: put a file."""
        self._grant(function, "s3:PutObject")

    def call(self, reader: ProductFunction) -> None:
        """Makes the bucket, which calls the function for each file that was put into the folder."""
        function = reader.entry.function_arn
        permission = lambda_.CfnPermission(
            self,
            "Call",
            action="lambda:InvokeFunction",
            function_name=function,
            principal="s3.amazonaws.com",
            source_account=Stack.of(self).account,
            source_arn=self.arn,
        )
        cfn = self._bucket().node.default_child
        assert isinstance(cfn, s3.CfnBucket)
        cfn.add_resource_dependency(permission)
        cfn.notification_configuration = _each_file(function)

    def _grant(self, function: Grantee, verb: str) -> None:
        """In the folder alone, and the bucket's name in the function's settings."""
        function.allow((verb,), f"{self.arn}/{FOLDER}/*")
        function.tell(ImportSettings(bucket=self.name))

    def _bucket(self) -> s3.Bucket:
        """A stack that is deleted takes it along, as soon as it is empty."""
        return s3.Bucket(
            self,
            "Bucket",
            bucket_name=self.name,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=not self._plain,
            lifecycle_rules=[
                s3.LifecycleRule(
                    expiration=FORGOTTEN, abort_incomplete_multipart_upload_after=Duration.days(1)
                )
            ],
            removal_policy=RemovalPolicy.DESTROY,
        )


def _each_file(function: str) -> s3.CfnBucket.NotificationConfigurationProperty:
    """The CDK's own way would have a function of its own do this, on each deploy, with rights to every bucket."""
    below = s3.CfnBucket.FilterRuleProperty(name="prefix", value=f"{FOLDER}/")
    key = s3.CfnBucket.S3KeyFilterProperty(rules=[below])
    calls = s3.CfnBucket.LambdaConfigurationProperty(
        event="s3:ObjectCreated:*",
        function=function,
        filter=s3.CfnBucket.NotificationFilterProperty(s3_key=key),
    )
    return s3.CfnBucket.NotificationConfigurationProperty(lambda_configurations=[calls])
