"""Plain addresses for people: the site, the API, the admin, a phone and a shop, in front of the emulator."""
