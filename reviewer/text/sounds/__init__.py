"""How names sound: in Latin letters, across scripts, and read from ideographs."""
