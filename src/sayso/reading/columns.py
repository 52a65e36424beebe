"""Numbers by row that outgrow memory: arrays in temporary files, which lengthen without being copied and vanish when closed.

In: the shape of a row. Out: an array of all rows so far. The system keeps in memory what is in use of the file.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

_FIRST = 1 << 12


class Column:
    """Rows of ``width`` numbers, zero until they are set."""

    def __init__(self, dtype: str, width: int, folder: Path | None = None) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        self._dtype = dtype
        self._width = width
        self.rows: Any = self._mapped(_FIRST)

    def reach(self, length: int) -> None:
        """Make room for so many rows."""
        if length > len(self.rows):
            self.rows = None
            self.rows = self._mapped(max(length, 1 << (length - 1).bit_length()))

    def cleared(self, length: int) -> None:
        """Make it so many rows of zeros."""
        self.rows = None
        self._file.truncate(0)
        self.rows = self._mapped(length)

    def __del__(self) -> None:
        self._file.close()

    def _mapped(self, length: int) -> Any:
        import numpy as np

        return np.memmap(self._file, self._dtype, "r+", shape=(length, self._width)).view(np.ndarray)
