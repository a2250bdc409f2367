"""Discount codes, from issue to redemption and back."""
