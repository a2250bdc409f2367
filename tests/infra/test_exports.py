"""Exports: who writes them and with what, and where they lie until they are forgotten."""

from dataclasses import replace

import pytest

from tests.infra.synthesis import readable, ready, synthesise
from twofold.contracts.settings import ExportSettings, RetentionSettings


def _bucket(template):
    _, bucket = template.bucket("Exports")
    return bucket["Properties"]


def test_nobody_reads_them_but_by_a_link_of_ours_and_they_lie_under_the_key_of_persons(template):
    made = _bucket(template)
    assert made["PublicAccessBlockConfiguration"] == dict.fromkeys(
        ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True
    )
    (encryption,) = made["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    told = encryption["ServerSideEncryptionByDefault"]
    assert (told["SSEAlgorithm"], readable(told["KMSMasterKeyID"])) == ("aws:kms", "TablesPersonalKey")
    assert "CorsConfiguration" not in made
    assert "VersioningConfiguration" not in made


def test_nothing_travels_without_tls(on_aws):
    logical, _ = on_aws.bucket("Exports")
    (policy,) = [p for p in on_aws.properties("AWS::S3::BucketPolicy") if p["Bucket"] == {"Ref": logical}]
    (denied,) = policy["PolicyDocument"]["Statement"]
    assert (denied["Effect"], denied["Action"]) == ("Deny", "s3:*")
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_files_are_forgotten_after_a_week(template):
    (rule,) = _bucket(template)["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", 7)
    assert rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"] == 1


@pytest.mark.parametrize(("days", "kept"), [(30, 30), (0, None)])
def test_files_are_kept_for_as_long_as_the_environment_says(tmp_path, days, kept):
    own = replace(ready("dev"), retention=RetentionSettings(exports_days=days))
    template = synthesise(own, tmp_path)
    (rule,) = _bucket(template)["LifecycleConfiguration"]["Rules"]
    assert rule.get("ExpirationInDays") == kept
    told = template.functions()["serve_partners"]["Environment"]["Variables"]
    assert told[RetentionSettings.variable("exports_days")] == str(days)


def test_whoever_writes_them_has_time_and_room_and_the_packages_that_nobody_else_needs(template):
    made = template.functions()["export_data"]
    assert (made["Timeout"], made["MemorySize"], made["EphemeralStorage"]) == (900, 1024, {"Size": 1024})
    layers = {name: len(f["Layers"]) for name, f in template.functions().items()}
    assert layers == {name: 3 if name == "export_data" else 2 for name in layers}


def test_operators_are_told_where_they_are_and_who_writes_them(template):
    logical, _ = template.bucket("Exports")
    told = {
        name: template.body["Outputs"][name]["Value"] for name in ("ExportBucketName", "ExportFunctionName")
    }
    assert told == {
        "ExportBucketName": {"Ref": logical},
        "ExportFunctionName": f"twofold-{template.name}-export-data",
    }
    for function in ("serve_partners", "export_data", "forget_leads"):
        variables = template.functions()[function]["Environment"]["Variables"]
        assert variables[ExportSettings.variable("bucket")] == {"Ref": logical}
