"""What crosses a border, written once: tables, settings, routes, payloads, events, errors."""
