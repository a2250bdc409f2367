"""The parts of the OpenAPI document: how operations are named and grouped, their parameters, headers and answers."""
