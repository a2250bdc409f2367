"""What a QR code is drawn as: which link, how strong, how large, and as SVG, PNG or bare modules."""
