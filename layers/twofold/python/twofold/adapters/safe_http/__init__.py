"""Calls of addresses that users give: public ones, over TLS, and no others, whatever a name or an answer says."""
