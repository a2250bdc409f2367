"""The SMS providers that a deployment has set up."""
