"""Views: the same articles and events as JSON lines, CSV and the terminal's table. Nothing is computed for one view alone."""
