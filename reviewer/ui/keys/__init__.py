"""The keys in force, and those that Qt would lose."""
