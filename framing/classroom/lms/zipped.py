"""Zip archives that are the same bytes each time: names in order, one date, no compression that a version of zlib could change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first that the format can hold


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files, by their paths with forward slashes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, data)
    return made.getvalue()
