"""What leaves a review: corrected files, and reports."""
