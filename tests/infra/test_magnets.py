"""Where files lie that are handed over for a sign-up."""


def _bucket(template):
    return template.bucket("Magnets")[1]["Properties"]


def test_nobody_reads_the_bucket_but_by_a_link_of_ours(template):
    blocked = _bucket(template)["PublicAccessBlockConfiguration"]
    assert blocked == dict.fromkeys(
        ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True
    )
    (rule,) = _bucket(template)["OwnershipControls"]["Rules"]
    assert rule["ObjectOwnership"] == "BucketOwnerEnforced"


def test_files_are_encrypted_and_can_be_had_back_for_a_while(template):
    made = _bucket(template)
    (encryption,) = made["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert encryption["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"
    assert made["VersioningConfiguration"]["Status"] == "Enabled"
    (rule,) = made["LifecycleConfiguration"]["Rules"]
    assert rule["NoncurrentVersionExpiration"]["NoncurrentDays"] == 30
    assert rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"] == 1


def test_nothing_travels_without_tls(on_aws):
    logical, _ = on_aws.bucket("Magnets")
    (policy,) = [p for p in on_aws.properties("AWS::S3::BucketPolicy") if p["Bucket"] == {"Ref": logical}]
    (denied,) = policy["PolicyDocument"]["Statement"]
    assert (denied["Effect"], denied["Action"]) == ("Deny", "s3:*")
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_files_outlive_the_stack_save_on_one_machine(template):
    _, bucket = template.bucket("Magnets")
    assert bucket["DeletionPolicy"] == ("Delete" if template.name == "local" else "Retain")


def test_operators_are_told_where_it_is(template):
    logical, _ = template.bucket("Magnets")
    assert template.body["Outputs"]["MagnetBucketName"]["Value"] == {"Ref": logical}
