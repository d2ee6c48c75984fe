"""Files that hold source and translation: XLIFF and its kin, TMX, Qt Linguist, PO."""
