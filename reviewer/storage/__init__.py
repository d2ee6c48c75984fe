"""Where a project is kept."""
