"""Where files are put that shall be read: a private bucket, which forgets them in a week."""

from aws_cdk import CfnOutput, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee
from infra.constructs.private_bucket import allow_files, private_bucket
from infra.constructs.product_function import ProductFunction
from twofold.contracts.settings import ImportSettings
from twofold.contracts.uploads import FAULTS, FOLDER

FORGOTTEN = Duration.days(7)
"""Long enough to look at a file again whose lines were refused; the coupons themselves stand in tables by then."""


class Uploads(Construct):
    """A link that we sign fills it, and each file calls `reader` as it comes.

    Its name is worked out, not made up by CloudFormation: the bucket names its reader, the reader's rights name the
    bucket, and neither can wait for the other. Pages of other sites never upload, so it answers no preflight.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        own, self._on = Stack.of(self), on
        self.name = f"twofold-{on.environment.name}-uploads-{own.account}-{own.region}"
        self.arn = own.format_arn(service="s3", region="", account="", resource=self.name)
        CfnOutput(own, "UploadBucketName", value=self.name)

    def grant_read(self, function: Grantee) -> None:
        """Taking them in, after which they are deleted, and writing down the lines that were refused."""
        allow_files(function, self._on, read=self._below(FOLDER), write=self._below(FAULTS))
        function.allow(("s3:DeleteObject",), *self._below(FOLDER))
        self._tell(function)

    def grant_upload(self, function: Grantee) -> None:
        """What links that the function signs may do in its name: put a file, and read what was wrong with it."""
        allow_files(function, self._on, read=self._below(FAULTS), write=self._below(FOLDER))
        self._tell(function)

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
        cfn = private_bucket(self, on=self._on, forgets=FORGOTTEN, name=self.name).node.default_child
        assert isinstance(cfn, s3.CfnBucket)
        cfn.add_resource_dependency(permission)
        cfn.notification_configuration = _each_file(function)

    def _below(self, folder: str) -> tuple[str, ...]:
        return (f"{self.arn}/{folder}/*",)

    def _tell(self, function: Grantee) -> None:
        function.tell(ImportSettings(bucket=self.name))


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
