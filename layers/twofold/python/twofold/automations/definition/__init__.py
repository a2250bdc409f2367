"""What a marketer writes down: an automation with its trigger, its steps and its conditions."""
