"""Files of coupons, read into a campaign's pool."""
