"""Checks of everything that has a value: numbers, dates, times, units, money."""
