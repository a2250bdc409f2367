"""Which of the rights that functions have are needed: each is taken away in turn, and something must fail."""
