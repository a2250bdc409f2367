"""Places where people meet a campaign: widget, landing page, QR poster, NFC sign, keyword."""
