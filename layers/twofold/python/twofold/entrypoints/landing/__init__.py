"""The landing page: the whole way from a number to a discount code, in a browser with scripts or without."""
