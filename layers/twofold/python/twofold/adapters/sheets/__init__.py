"""Renders laid-out pages: as a page for a browser's print dialogue, and as a PDF for a printer."""
