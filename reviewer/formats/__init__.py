"""File formats, a family a room: each file reads one format and writes back only what was corrected.

Beside the rooms stands what all families share: what a format is (`format`), telling which a file is in (`detect`),
bytes as text (`encoding`), inline markup as codes (`codes`), XML with its places in the file (`markup`, `inline`).
"""
