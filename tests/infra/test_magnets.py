"""Where files lie that are handed over for a sign-up."""


def _bucket(template):
    (made,) = template.properties("AWS::S3::Bucket")
    return made


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
    (policy,) = on_aws.properties("AWS::S3::BucketPolicy")
    (denied,) = policy["PolicyDocument"]["Statement"]
    assert (denied["Effect"], denied["Action"]) == ("Deny", "s3:*")
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_files_outlive_the_stack_save_on_one_machine(template):
    (bucket,) = template.of("AWS::S3::Bucket").values()
    assert bucket["DeletionPolicy"] == ("Delete" if template.name == "local" else "Retain")


def test_operators_are_told_where_it_is(template):
    (logical,) = template.of("AWS::S3::Bucket")
    assert template.body["Outputs"]["MagnetBucketName"]["Value"] == {"Ref": logical}
