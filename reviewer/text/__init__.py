"""Reading text: pure functions over a string and its BCP 47 language tag."""
