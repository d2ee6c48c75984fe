"""Subtitles are paired by when they are shown."""

from reviewer.formats.format import Content
from reviewer.formats.subtitles.srt import FORMAT
from reviewer.session.opening.timed_pairing import pair_by_time

Cue = tuple[float, float]


def subtitles(*cues: Cue) -> Content:
    """A file of cues shown from and to those seconds."""

    def clock(seconds: float) -> str:
        return f"00:{int(seconds) // 60:02}:{int(seconds) % 60:02},{round(seconds % 1 * 1000):03}"

    text = "".join(f"{n}\n{clock(start)} --> {clock(end)}\nText {n}\n\n" for n, (start, end) in enumerate(cues, 1))
    return FORMAT.read(text.encode(), {})


def pairs(source: Content, target: Content) -> list[tuple[tuple[int, ...], tuple[int, ...]]] | None:
    links = pair_by_time(source, target)
    return None if links is None else [(link.source, link.target) for link in links]


def test_cues_of_about_one_time_belong_together() -> None:
    ours = subtitles((1, 3), (4, 6), (61, 63))
    assert pairs(ours, subtitles((1.2, 3.1), (3.9, 5.5), (61, 64))) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_a_cue_that_was_cut_belongs_to_both_parts() -> None:
    ours = subtitles((1, 3), (4, 8), (9, 10))
    theirs = subtitles((1, 3), (4, 5.9), (6, 8), (9, 10))
    assert pairs(ours, theirs) == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]
    assert pairs(theirs, ours) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]


def test_a_cue_without_counterpart_is_a_hole() -> None:
    ours = subtitles((1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12))
    theirs = subtitles((1, 2), (5, 6), (7, 8), (9, 10), (11, 12), (13, 14))
    found = pairs(ours, theirs)
    assert found
    assert found[1] == ((1,), ())
    assert found[-1] == ((), (5,))


def test_files_that_keep_other_times_are_not_paired_by_them() -> None:
    assert pairs(subtitles((1, 2), (3, 4)), subtitles((101, 102), (103, 104))) is None
    assert pair_by_time(Content(()), subtitles((1, 2))) is None
