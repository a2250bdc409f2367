"""What providers bring to us: that it is from them, and what it says.

Raw bytes, then the signature in constant time, then freshness, then the meaning: what is read is what was signed.
"""
