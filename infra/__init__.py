"""The stack: one `Twofold`, made of one construct per concern, for every environment alike."""
