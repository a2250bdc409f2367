"""The use cases of each room of `entrypoints.partners`, made when somebody first needs them."""
