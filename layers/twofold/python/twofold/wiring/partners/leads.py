"""A CRM's questions about single leads, and its changes of them."""
