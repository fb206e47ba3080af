"""`framing audit` as its users meet it."""

from __future__ import annotations

import json

import pytest
from test_cli_commands import EVENT, PAIR, framing

from framing.cli.audit import parse_swaps


def test_names_are_exchanged_in_every_form_and_no_loaded_term_moves():
    done = framing("audit", *PAIR, "--swap", "Vornin=Teasdell", "--json")
    assert done.returncode == 0, done.stderr.decode()
    record = json.loads(done.stdout)
    assert record["schema"] == "framing.audit/1"
    assert {"from": "Vornin", "to": "Teasdell"} in record["exchanged"]
    assert {"from": "Aleksei Vornin", "to": "Harlan Teasdell"} in record["exchanged"]  # the full names, found in the articles
    kinds = [one["kind"] for article in record["articles"] for one in article["moved"]]
    assert not {"loaded term", "label", "attribution"} & set(kinds)
    assert record["moved"] == len(kinds)
    assert record["compared"] > 200


def test_an_outlet_that_no_text_names_is_exchanged_too():
    done = framing("audit", str(EVENT), "--swap", "Ostrel Banner=Skelby Chronicle")
    assert done.returncode == 0, done.stderr.decode()
    assert "nothing moved: " in done.stdout.decode()
    assert "figures compared" in done.stdout.decode().splitlines()[-1]


def test_what_moves_is_shown_with_its_place(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Mayor Ana Venn opened the port. Venn praised the crews. The mayor called Venn a friend of the harbour.\n", encoding="utf-8")
    done = framing("audit", "--zones", "none", str(path), "--swap", "Venn=Quite")  # an adverb is no name: the grammar is read another way
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "3 names replaced" in text
    assert text.splitlines()[-1].startswith(("moved: ", "nothing moved: "))


@pytest.mark.parametrize(("words", "status", "message"), [
    ((), 2, "say which names"),
    (("--swap", "Vornin"), 2, "two different names"),
    (("--swap", "Vornin=Vornin"), 2, "two different names"),
    (("--swap", "A=B", "--swap", "B=C"), 2, "already"),
    (("--swap", "Qqarl Xyz=Bbon Wux"), 1, "none of these names"),
])
def test_errors_are_one_line_with_the_right_status(words, status, message):
    done = framing("audit", PAIR[0], *words)
    text = done.stderr.decode()
    assert done.returncode == status, text
    assert message in text
    assert "Traceback" not in text


def test_white_space_in_a_swap_does_not_matter():
    assert parse_swaps([" Ana  Ruiz = Tom Lee"]) == [("Ana Ruiz", "Tom Lee")]
