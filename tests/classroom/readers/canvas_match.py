"""Writes a matching question as a QTI 1.2 package with qti-package-maker, in a process of its own: `python canvas_match.py FILE`."""

from __future__ import annotations

import sys

from qti_package_maker.package_interface import QTIPackageInterface

package = QTIPackageInterface("check", verbose=False)
package.add_item("MATCH", ("<p>Whose words are these?</p>", ["one", "two", "three"], ["first", "second", "third"]))
package.save_package("canvas_qti_v1_2", sys.argv[1])
