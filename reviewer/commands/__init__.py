"""Everything an editor can do, one function each."""
