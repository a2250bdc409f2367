"""The columns of each kind of export, and what of a record stands in them."""
