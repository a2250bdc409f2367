"""One log line per outcome: JSON, past tense, ids only."""

from aws_lambda_powertools import Logger

logger = Logger()
