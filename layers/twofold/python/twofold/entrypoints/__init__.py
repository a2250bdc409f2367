"""The only code that knows how Lambda hands us a request, a message or a batch of the stream."""
