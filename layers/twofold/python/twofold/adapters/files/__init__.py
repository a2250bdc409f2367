"""How exports are written: CSV, JSON Lines, Parquet."""
