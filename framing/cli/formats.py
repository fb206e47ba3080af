"""Names of formats that options take. Spelt out, for what writes the formats takes long to import and --help must not."""

from __future__ import annotations

from typing import Final

REPORT_FORMATS: Final = ("html", "md", "json", "csv", "pdf", "charts")  # PDF needs an extra
EXPORTS: Final = ("web-annotation", "brat", "label-studio", "doccano", "cas")  # cas needs an extra
