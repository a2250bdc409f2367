"""Signs to be tapped: what is written on an NFC tag, and whether a tap of an authenticated one is genuine."""
