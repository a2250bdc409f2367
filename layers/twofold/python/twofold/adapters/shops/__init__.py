"""What shop systems post to us: their signatures, and their bodies read into carts, orders and refunds."""
