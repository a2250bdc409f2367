"""The document that describes all of the API, and the page that shows it."""
