"""What CRMs of others tell, in their own words."""
