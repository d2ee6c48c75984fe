"""Laying out, placing and painting the rows of the desk."""
