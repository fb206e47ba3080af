"""How long `framing grade` takes for a class: `python tests/benchmarks/grading_speed.py [students] [exercises]`.

Makes a pack of twelve exercises from the sample of the tests and answers of simulated students (guesses with a seed), runs the command as a
process of its own three times and prints the seconds of each and the size of what it wrote. Aim: 40 students by 12 exercises in 5 seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "classroom")]


def main() -> None:
    """Make, run, print."""
    from simulated_class import guessing, large_pack, save

    from framing.classroom.to_json import pack_to_json

    students, exercises = (int(word) for word in (*sys.argv[1:3], *("40", "12")[len(sys.argv) - 1:]))
    pack = large_pack(exercises)
    kinds = {item.id: item.response for exercise in pack.exercises for item in exercise.items}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pack").mkdir()
        (folder / "answers").mkdir()
        (folder / "pack" / "manifest.json").write_text(pack_to_json(pack), encoding="utf-8")
        for n in range(students):
            save(folder / "answers", guessing(pack, f"K{n}", n), kinds=kinds)
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "framing", "grade", str(folder / "pack"), str(folder / "answers"), "-q"], check=True,
                           env={**os.environ, "PYTHONPATH": str(ROOT)})
            print(f"{students} students, {exercises} exercises: {time.perf_counter() - start:.2f} s")
        size = sum(path.stat().st_size for path in (folder / "pack-grades").rglob("*") if path.is_file())
        print(f"{size / 1e6:.1f} MB written, class.html {(folder / 'pack-grades' / 'class.html').stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
