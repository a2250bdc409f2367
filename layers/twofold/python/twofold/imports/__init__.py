"""Files of coupons or of leads: announced, uploaded, and read line by line, from wherever a reader before came to."""
