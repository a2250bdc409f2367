"""Coupons that were made elsewhere: delivered into a campaign's pool, given out one by one, promised when it is dry."""
