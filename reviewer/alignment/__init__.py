"""Alignment: pairs two separately written texts, paragraph by paragraph, sentence by sentence."""

import os

# The matrices here are small: threads of numpy's would cost more in waiting for each other than they save.
# Read when numpy is loaded, which only this room does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
