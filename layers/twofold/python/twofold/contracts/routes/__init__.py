"""The addresses of the HTTP contract, version 1, by what they are about."""
