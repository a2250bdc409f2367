"""Which of our facts a CRM keeps in which of its fields: what is usual, and what a webhook's mapping says instead."""
