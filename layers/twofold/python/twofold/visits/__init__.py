"""Meetings with an asset: opened, scanned, tapped or clicked; counted, and told as events."""
