"""Plain addresses for people: the site, the API, the admin and a phone, in front of the emulator."""
