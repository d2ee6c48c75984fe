"""JSON lines: every row as an object that `reviewer check` and `reviewer apply` read."""

import json

from reviewer.reports.inline import as_tags
from reviewer.reports.report import Report, Review, Written, losses


def _write(review: Review) -> Written:
    lines = [
        json.dumps(
            {
                "id": row.id,
                **({"document": review.document_of(row)} if review.documents else {}),
                "source": as_tags(row.source, row.source_codes),
                "target": as_tags(row.target, row.target_codes),
                "state": row.state.value,
                "note": row.note,
                "source_lang": review.source_lang,
                "target_lang": review.target_lang,
            },
            ensure_ascii=False,
        )
        + "\n"
        for row in review.rows
    ]
    return Written("".join(lines).encode(errors="replace"), losses(review.rows, codes="were written as text"))


REPORT = Report("jsonl", "JSON lines, every row", "jsonl", True, _write)
