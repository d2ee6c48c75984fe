"""Subtitles: texts with the times they are shown at."""
