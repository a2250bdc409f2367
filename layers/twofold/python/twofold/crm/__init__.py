"""Ready-made mappings: HubSpot, Salesforce and Klaviyo are told in their own words, and heard in them."""
