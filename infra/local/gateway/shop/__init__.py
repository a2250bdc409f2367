"""A small web shop of the sample brand: the widget is met on its pages, and its orders spend codes over the API."""
