"""What is being reviewed now; the only place where a document changes.

`session` joins the books that hold what is known of a review; `acts` are what an editor does to it. The rooms are the
ways in and out and the longer errands: `opening`, `pairing`, `translation`, `export`.
"""
