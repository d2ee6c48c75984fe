"""The machine we run on: paths, settings, jobs, logs."""
