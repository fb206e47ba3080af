"""Tables as CSV text (RFC 4180) and the Frictionless Data Package that describes them."""

from __future__ import annotations

import csv
import io

from framing.model.comparison import Comparison
from framing.report.escape import csv_cell, json_text
from framing.report.tables import Cell, Table, table_rows


def to_csv(comparison: Comparison, *, raw: bool = False) -> dict[str, str]:
    """File name -> text: one CSV file a table, and `datapackage.json`.

    Cells that a spreadsheet would run as a formula get a leading apostrophe; `raw` leaves them as they are, for programs.
    """
    tables = table_rows(comparison)
    files = {f"{name}.csv": csv_text(table, raw=raw) for name, table in tables.items()}
    return {**files, "datapackage.json": datapackage(tables)}


def csv_text(table: Table, *, raw: bool = False) -> str:
    """One table: a header, a line a row, CRLF ends. Numbers and true/false are bare, missing values empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell, raw) for cell in row] for row in table.rows)
    return out.getvalue()


def _cell(cell: Cell, raw: bool) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return repr(cell)
        case str():
            return csv_cell(cell, raw=raw)


def datapackage(tables: dict[str, Table]) -> str:
    """The Data Package (Frictionless v1 profile): a table schema a file, so that programs read types and need not guess."""
    return json_text({
        "profile": "tabular-data-package",
        "name": "framing-comparison-tables",
        "title": "Tables of a framing comparison",
        "resources": [{
            "name": name.replace("_", "-"),
            "path": f"{name}.csv",
            "title": table.title,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
            "schema": {"fields": [{"name": column.name, "type": column.kind, "description": column.words}
                                  for column in table.columns], "missingValues": [""]},
        } for name, table in tables.items()],
    })
