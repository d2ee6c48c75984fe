"""Translation engines at work on the review."""
