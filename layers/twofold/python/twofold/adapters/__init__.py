"""The only code that knows AWS or an SMS provider."""
