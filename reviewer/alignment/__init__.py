"""Alignment: pairs two separately written texts, paragraph by paragraph, sentence by sentence."""
