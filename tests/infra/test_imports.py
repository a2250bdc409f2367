"""Where files are uploaded, and who hears of each."""

import json

from tests.infra.synthesis import readable
from twofold.contracts.settings import ImporterSettings, ImportSettings
from twofold.contracts.uploads import FOLDER

READER = "ImportsimportfilesFunction"


def _bucket(template):
    return template.bucket("Uploads")[1]["Properties"]


def _permission(template):
    """Logical id and properties of S3's leave to call."""
    (made,) = [
        (key, resource["Properties"])
        for key, resource in template.of("AWS::Lambda::Permission").items()
        if resource["Properties"]["Principal"] == "s3.amazonaws.com"
    ]
    return made


def test_nobody_reads_or_writes_but_by_a_link_of_ours(template):
    made = _bucket(template)
    assert made["PublicAccessBlockConfiguration"] == dict.fromkeys(
        ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True
    )
    (rule,) = made["OwnershipControls"]["Rules"]
    assert rule["ObjectOwnership"] == "BucketOwnerEnforced"
    (encryption,) = made["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    told = encryption["ServerSideEncryptionByDefault"]
    assert (told["SSEAlgorithm"], readable(told["KMSMasterKeyID"])) == ("aws:kms", "TablesPersonalKey")
    assert encryption["BucketKeyEnabled"] is True


def test_no_page_of_another_site_may_upload(template):
    assert "CorsConfiguration" not in _bucket(template)


def test_nothing_travels_without_tls(on_aws):
    logical, _ = on_aws.bucket("Uploads")
    (policy,) = [p for p in on_aws.properties("AWS::S3::BucketPolicy") if p["Bucket"] == {"Ref": logical}]
    (denied,) = policy["PolicyDocument"]["Statement"]
    assert (denied["Effect"], denied["Action"]) == ("Deny", "s3:*")
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_files_are_forgotten_in_a_week_and_no_older_version_is_kept(template):
    made = _bucket(template)
    (rule,) = made["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", 7)
    assert rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"] == 1
    assert "VersioningConfiguration" not in made


def test_each_file_in_the_folder_calls_its_reader_and_no_other_file_does(template):
    (calls,) = _bucket(template)["NotificationConfiguration"]["LambdaConfigurations"]
    assert calls["Event"] == "s3:ObjectCreated:*"
    assert readable(calls["Function"]) == READER
    assert calls["Filter"]["S3Key"]["Rules"] == [{"Name": "prefix", "Value": f"{FOLDER}/"}]


def test_s3_may_call_for_this_bucket_of_this_account_alone_before_there_is_one(template):
    key, leave = _permission(template)
    _, bucket = template.bucket("Uploads")
    assert readable(leave["FunctionName"]) == READER
    account = {"local": "000000000000"}.get(template.name, {"Ref": "AWS::AccountId"})
    assert leave["SourceAccount"] == account
    assert readable(leave["SourceArn"]).endswith(f":s3:::{readable(bucket['Properties']['BucketName'])}")
    assert key in bucket["DependsOn"]


def test_the_bucket_is_named_before_it_is_made_so_that_no_one_waits_for_the_other(template):
    logical, bucket = template.bucket("Uploads")
    others = {key: r for key, r in template.body["Resources"].items() if "BucketPolicy" not in r["Type"]}
    assert f'"{logical}"' not in json.dumps({key: r for key, r in others.items() if key != logical})
    name = bucket["Properties"]["BucketName"]
    region = "eu-central-1"
    assert readable(name) in {
        f"twofold-{template.name}-uploads-{account}-{region}"
        for account in ("000000000000", "AWS::AccountId")
    }
    told = template.functions()["import_files"]["Environment"]["Variables"]
    assert told[ImportSettings.variable("bucket")] == name


def test_what_it_could_not_read_in_three_tries_waits_among_its_own_dead_letters(template):
    function = template.functions()["import_files"]
    assert readable(function["DeadLetterConfig"]["TargetArn"]) == "ListenersDeadLettersQueue"
    assert (function["Timeout"], function["MemorySize"]) == (900, 1792)


def test_it_goes_on_by_calling_itself_as_often_as_a_file_takes(template):
    function = template.functions()["import_files"]
    name = f"twofold-{template.name}-import-files"
    assert (function["FunctionName"], function["RecursiveLoop"]) == (name, "Allow")
    assert function["Environment"]["Variables"][ImporterSettings.variable("function")] == name


def test_as_many_are_read_at_a_time_as_the_environment_says(templates, whole):
    told = {name: t.functions()["import_files"] for name, t in {**templates, "whole": whole}.items()}
    reserved = {name: f.get("ReservedConcurrentExecutions") for name, f in told.items()}
    assert reserved == {"local": None, "dev": None, "prod": 2, "whole": 1}


def test_nobody_else_s_calls_are_held_back(prod):
    held = {name for name, f in prod.functions().items() if "ReservedConcurrentExecutions" in f}
    assert held == {"import_files"}


def test_a_stack_that_goes_takes_the_bucket_along(template):
    _, bucket = template.bucket("Uploads")
    assert bucket["DeletionPolicy"] == "Delete"


def test_operators_are_told_where_it_is(template):
    told = template.body["Outputs"]["UploadBucketName"]["Value"]
    assert told == _bucket(template)["BucketName"]
