"""Colours, fonts, shapes and signs: how things look, whatever they are."""
