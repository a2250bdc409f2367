"""Twofold: visitors become confirmed SMS leads with a discount code of their own."""
