"""What happened is told again, under the ids that it has always had."""
