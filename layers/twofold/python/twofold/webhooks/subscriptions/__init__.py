"""Webhooks as people make, change and see them: whom to tell what."""
