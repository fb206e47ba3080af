"""Krippendorff's alpha by the package krippendorff, in a process of its own: JSON tables on standard input, JSON values out."""

from __future__ import annotations

import json
import math
import sys
import warnings

import krippendorff

warnings.simplefilter("ignore")
values = []
for table in json.load(sys.stdin):
    known = sorted({one for row in table for one in row if one is not None})
    data = [[math.nan if one is None else float(known.index(one)) for one in row] for row in table]
    try:
        found = float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
    except (ValueError, AssertionError):
        found = math.nan
    values.append(None if math.isnan(found) else found)
print(json.dumps(values))
