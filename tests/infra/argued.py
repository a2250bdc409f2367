"""What the rule packs find and we do otherwise, with the reason: where (a pattern of construct paths), and why."""

OWN_SCHEDULES = (
    r"/(send_messages|run_automations|deliver_webhooks)/Role/DefaultPolicy/Resource$",
    "Schedules are named for what waits for its hour, so the right is to any name in a group of their own.",
)

OWN_FILES = (
    r"/(import_files|serve_partners|export_data|forget_leads)/Role/DefaultPolicy/Resource$",
    "Each upload and each export has a name of its own, so the right is to any file in a folder that holds no others.",
)
UPLOADS = tuple(
    f"AwsSolutions-IAM5[Resource::arn:aws:s3:::twofold-{env}-uploads-{account}-eu-central-1/{folder}/*]"
    for env, account in (
        *(("local", "000000000000"), ("dev", "<AWS::AccountId>")),
        ("prod", "<AWS::AccountId>"),
    )
    for folder in ("imports", "faults")
)
EXPORTS = tuple(
    f"AwsSolutions-IAM5[Resource::<ExportsBucket54D5CE64.Arn>/{folder}/*]" for folder in ("personal", "plain")
)

ARGUED = {
    **dict.fromkeys((*UPLOADS, *EXPORTS), OWN_FILES),
    "AwsSolutions-SMG4": (
        r"/Secrets/(root|edge|twilio|webhook|shopify|woocommerce|hubspot)/",
        "Every lead hangs on `root`; of a new `edge` CloudFront learns by a deploy, of the others a provider by hand.",
    ),
    "AwsSolutions-IAM5[Resource::arn:aws:scheduler:eu-central-1:000000000000:schedule/default/*]": OWN_SCHEDULES,
    "AwsSolutions-IAM5[Resource::arn:aws:scheduler:eu-central-1:<AWS::AccountId>"
    ":schedule/<MessagesSchedulesGroupC8E4320B>/*]": OWN_SCHEDULES,
    "AwsSolutions-IAM5[Resource::arn:aws:scheduler:eu-central-1:<AWS::AccountId>"
    ":schedule/<AutomationsStepsGroup0CF6FA33>/*]": OWN_SCHEDULES,
    "AwsSolutions-IAM5[Resource::arn:aws:scheduler:eu-central-1:<AWS::AccountId>"
    ":schedule/<WebhooksTriesGroup2690EE19>/*]": OWN_SCHEDULES,
    "AwsSolutions-IAM5[Resource::*]": (
        r"/Role/DefaultPolicy/Resource$",
        "Traces and texts to phones have no resource to name; test_grants.py holds every role to exactly that.",
    ),
    "AwsSolutions-IAM5[Resource::<VisitorsMagnetsBucketCBB0699D.Arn>/magnets/*]": (
        r"/register_leads/Role/DefaultPolicy/Resource$",
        "Campaigns come and go without a deploy, so the right is to any file in the folder that is theirs alone.",
    ),
    "AwsSolutions-S1": (
        r"/(Visitors/Magnets|Imports/Uploads|Exports)/Bucket/",
        "Access logs would hold addresses of persons; who was given a link is in the function's own log.",
    ),
    "AwsSolutions-S10": (
        r"/(Visitors/Magnets|Imports/Uploads|Exports)/Bucket/",
        "Only on one machine: its emulator speaks no TLS. A test of each bucket holds the others to it.",
    ),
    "AwsSolutions-L1": (r"/Function/Resource$", "Python 3.13: what every locked package is tested on."),
    "Serverless-LambdaLatestVersion": (r"/Function/Resource$", "The same as AwsSolutions-L1."),
    "AwsSolutions-SQS3": (
        r"(Relay|Notices|Listeners)/DeadLetters/",
        "These are dead letters: of the stream, of a role's rules, of schedules, which the rule does not look at.",
    ),
    "Serverless-SQSRedrivePolicy": (r"DeadLetters/", "Dead letters go nowhere else; they ring."),
    "Serverless-LambdaDLQ": (
        r"/(serve_pages|register_leads|redeem_codes|record_orders|serve_partners|relay_events|send_messages)/",
        "Called by HTTP, a stream or a queue, which keep what failed themselves; asynchronously by nobody.",
    ),
    "Serverless-LambdaTracing": (
        r"/Function/Resource$",
        "What Lambda traces by itself is paid for by the request; `tracing` turns it on for a search.",
    ),
    "Serverless-LambdaEventSourceMappingDestination": (
        r"/(Messages|Webhooks)/\w+/Source",
        "A queue gives up into its own dead letters; a destination is for streams.",
    ),
    "AwsSolutions-APIG4": (
        r"/Api/Http/",
        "Visitors have no account; keyed routes check API keys, their scopes and limits in the function.",
    ),
    "AwsSolutions-CFR1": (r"/Edge/", "Where a number may come from is each asset's business."),
    "AwsSolutions-CFR2": (r"/Edge/", "A web ACL is the environment's choice: `web_acl_arn`."),
    "AwsSolutions-CFR3": (
        r"/Edge/",
        "Access logs would hold addresses of persons and paths with codes, and tell us nothing the API's log does not.",
    ),
}
