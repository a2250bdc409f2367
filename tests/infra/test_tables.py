"""Rows are safe: restorable, kept, encrypted as what they hold asks for."""

import pytest

from tests.infra.synthesis import readable
from twofold.contracts.tables import TABLES, Table

KIND = "AWS::DynamoDB::GlobalTable"


def _resource(template, table: Table):
    (found,) = [r for key, r in template.of(KIND).items() if readable({"Ref": key}) == _logical(table)]
    return found


def _logical(table: Table) -> str:
    return f"Tables{table.name.replace('_', '')}Table"


def test_there_is_a_table_for_each_of_the_contract_and_no_other(template):
    assert {readable({"Ref": key}) for key in template.of(KIND)} == {_logical(table) for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_the_keys_of_the_contract(prod, table):
    made = _resource(prod, table)["Properties"]
    keys = [key["AttributeName"] for key in made["KeySchema"]]
    assert keys == [key for key in (table.partition, table.sort) if key]
    assert {a["AttributeType"] for a in made["AttributeDefinitions"]} == {"S"}
    assert made.get("TimeToLiveSpecification", {}).get("AttributeName") == table.ttl


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_the_indexes_of_the_contract_with_as_much_of_a_row_as_it_says(prod, table):
    made = _resource(prod, table)["Properties"].get("GlobalSecondaryIndexes", [])
    keys = {i["IndexName"]: tuple(key["AttributeName"] for key in i["KeySchema"]) for i in made}
    assert keys == {i.name: tuple(key for key in (i.partition, i.sort) if key) for i in table.indexes}
    shown = {i["IndexName"]: i["Projection"] for i in made}
    assert shown == {i.name: {"ProjectionType": "KEYS_ONLY" if i.keys_only else "ALL"} for i in table.indexes}


def test_every_table_is_restorable_to_any_second(template):
    for table in template.properties(KIND):
        for replica in table["Replicas"]:
            assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_tables_are_paid_by_the_request(template):
    assert {table["BillingMode"] for table in template.properties(KIND)} == {"PAY_PER_REQUEST"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_identifies_a_person_lies_under_our_own_key(template, table):
    replicas = _resource(template, table)["Properties"]["Replicas"]
    keys = {readable(replica.get("SSESpecification", {}).get("KMSMasterKeyId", "")) for replica in replicas}
    assert keys == ({"TablesPersonalKey"} if table.personal else {""})


def test_keys_are_renewed_every_year(template):
    assert all(key["EnableKeyRotation"] is True for key in template.properties("AWS::KMS::Key"))


def test_only_the_ledger_streams(template):
    streams = {key: r["Properties"].get("StreamSpecification") for key, r in template.of(KIND).items()}
    assert {readable({"Ref": key}): s for key, s in streams.items() if s} == {
        "TablesledgerTable": {"StreamViewType": "NEW_IMAGE"}
    }


def test_in_prod_nothing_that_cannot_be_made_again_is_ever_deleted(prod):
    keys = {key: r for key, r in prod.of("AWS::KMS::Key").items() if "PersonalKey" in key}
    for resource in (prod.of(KIND) | keys | prod.of("AWS::SecretsManager::Secret")).values():
        assert (resource["DeletionPolicy"], resource["UpdateReplacePolicy"]) == ("Retain", "Retain")
    for table in prod.properties(KIND):
        assert all(replica["DeletionProtectionEnabled"] is True for replica in table["Replicas"])


def test_one_machine_forgets_everything(local):
    kept = [key for key, r in local.body["Resources"].items() if r.get("DeletionPolicy") == "Retain"]
    assert kept == []
    assert {r["DeletionPolicy"] for r in local.of(KIND).values()} == {"Delete"}
