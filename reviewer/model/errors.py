"""Errors an editor can do something about; anything else is a bug."""


class ReviewerError(Exception):
    """Something went wrong that the editor can act on.

    The text is one or two sentences for the editor: what happened and what to do.
    """


class InputError(ReviewerError):
    """A file or an argument cannot be used as it is."""


class StorageError(ReviewerError):
    """The project could not be read or written: disk full, read-only, damaged, held by someone else."""


class Conflict(StorageError):  # noqa: N818 - the field's word
    """The stored segment is not the one the correction was made from; nothing was written."""


class EngineError(ReviewerError):
    """A translation engine did not give a usable answer."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The work was cancelled; say nothing."""
