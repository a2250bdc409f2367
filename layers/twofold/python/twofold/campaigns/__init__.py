"""An offer with its texts, consent wording, countries and dates."""
