"""Everything kept, in DynamoDB."""
