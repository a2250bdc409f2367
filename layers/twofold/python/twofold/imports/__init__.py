"""Files of coupons: announced, uploaded, and read into a campaign's pool line by line."""
