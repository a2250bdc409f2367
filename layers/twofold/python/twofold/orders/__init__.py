"""What people put into carts, order and get back, and whose it is."""
