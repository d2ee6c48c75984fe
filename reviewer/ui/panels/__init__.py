"""The panels that dock beside the text: one file each, found by what it declares."""
