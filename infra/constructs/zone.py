"""The names by which people reach the edge, in the zone that the environment names."""

from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as route53_targets
from constructs import Construct

from infra.environments import Environment


def name_in_zone(scope: Construct, environment: Environment, distribution: cloudfront.IDistribution) -> None:
    """The domain's addresses, old and new."""
    assert environment.hosted_zone_id is not None
    assert environment.hosted_zone_name is not None
    zone = route53.HostedZone.from_hosted_zone_attributes(
        scope, "Zone", hosted_zone_id=environment.hosted_zone_id, zone_name=environment.hosted_zone_name
    )
    target = route53.RecordTarget.from_alias(route53_targets.CloudFrontTarget(distribution))
    name = f"{environment.domain}."
    route53.ARecord(scope, "Ipv4", zone=zone, record_name=name, target=target)
    route53.AaaaRecord(scope, "Ipv6", zone=zone, record_name=name, target=target)
