"""Loading as a whole: inputs in order, facts settled, failures named, ids made different."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.load import Given, Overrides, load_articles
from framing.model.article import Span

PROSE = "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, officials said, and the mayor was not in the room when it did so."


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def codes(article):
    return [notice.code for notice in article.notices]


def test_articles_come_in_the_order_of_the_inputs(tmp_path):
    put(tmp_path, "in/b.txt", PROSE + " B")
    put(tmp_path, "in/a.md", "# A\n\n" + PROSE)
    last = put(tmp_path, "0.txt", PROSE + " 0")
    loaded = load_articles([tmp_path / "in", str(last)])
    assert [article.id for article in loaded.articles] == ["a", "b", "0"]
    assert loaded.failures == ()


def test_one_bad_input_is_a_failure_and_the_rest_goes_on(tmp_path):
    good = put(tmp_path, "good.txt", PROSE)
    bad = put(tmp_path, "bad.txt", b"\x00\x01binary")
    empty = put(tmp_path, "empty.txt", "")
    (tmp_path / "none").mkdir()
    loaded = load_articles([bad, good, empty, tmp_path / "gone.txt", tmp_path / "none", "-"])
    assert [article.id for article in loaded.articles] == ["good"]
    assert [Path(failure.name).name for failure in loaded.failures] == ["bad.txt", "empty.txt", "gone.txt", "none", "-"]
    assert all(failure.problem.startswith(failure.name) and "\n" not in failure.problem for failure in loaded.failures)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = put(tmp_path, "a.txt", PROSE)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (failure,) = load_articles([path]).failures
    assert failure.problem == f"{path}: cannot be read (Permission denied)"


def test_checksum_size_and_name_are_those_of_the_file(tmp_path):
    article = load_articles([put(tmp_path, "a.txt", b"Hello\r\n")]).articles[0]
    assert article.text == "Hello\n"
    assert (article.name, article.n_bytes, article.encoding, article.media_type) == ("a.txt", 7, "utf-8", "text/plain")
    assert article.sha256 == hashlib.sha256(b"Hello\r\n").hexdigest()  # of the file, not of the text made from it


def test_ids_that_agree_are_numbered(tmp_path):
    paths = [put(tmp_path, name, f"{PROSE} {name}") for name in ("x/a.txt", "y/a.txt", "z/a.html", "a-2.txt")]
    loaded = load_articles(paths)
    assert [article.id for article in loaded.articles] == ["a", "a-3", "a-4", "a-2"]  # a-2 belongs to the file of that name
    assert "id-numbered" in codes(loaded.articles[1])
    assert len({article.id for article in load_articles([paths[0]] * 3).articles}) == 3


def test_identical_inputs_are_remarked_on_the_later(tmp_path):
    first, second = load_articles([put(tmp_path, "a.txt", PROSE), put(tmp_path, "b.txt", PROSE + "\n")]).articles
    assert "identical-input" not in codes(first)
    assert "identical-input" in codes(second)


def test_a_page_named_txt_is_read_as_a_page_and_said(tmp_path):
    article = load_articles([put(tmp_path, "a.txt", f"<!doctype html><html><body><p>{PROSE}</p></body></html>")]).articles[0]
    assert article.text == PROSE
    assert "wrong-ending" in codes(article)


def test_standard_input(tmp_path):
    record = json.dumps({"id": "x", "text": PROSE})
    assert load_articles(["-"], stdin=io.BytesIO(record.encode())).articles[0].id == "x"
    article = load_articles(["-"], stdin=io.BytesIO(PROSE.encode())).articles[0]
    assert (article.id, article.text) == ("stdin", PROSE)


def test_options_win_over_configuration_over_page_over_text(tmp_path):
    put(tmp_path, "framing.toml", '[articles."a.html"]\noutlet = "Config Post"\ndate = "2019-05-02"\n')
    page = (f'<html><head><meta property="og:site_name" content="Page Post"><meta name="author" content="Page Author"><meta name="date" content="2019-05-03"></head>'
            f"<body><p>By Text Author</p><p>Published 4 May 2019</p><p>Opinion</p><p>{PROSE}</p></body></html>")
    path = put(tmp_path, "a.html", page)
    article = load_articles([path], overrides=Overrides((("a.html", Given(outlet="Option Post")),))).articles[0]
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.origin) == ("Option Post", "option")
    assert article.published is not None
    assert (article.published.value, article.published.origin) == ("2019-05-02", "config")
    assert article.byline is not None
    assert (article.byline.value, article.byline.origin) == ("Page Author", "page")
    assert article.genre is not None
    assert (article.genre.value, article.genre.origin) == ("opinion", "text")


def test_side_and_excerpt_come_from_the_user_alone(tmp_path):
    path = put(tmp_path, "a.txt", PROSE)
    article = load_articles([path]).articles[0]
    assert (article.side, article.excerpt) == (None, False)
    said = Overrides((("a", Given(side="owners", excerpt=True)),))
    article = load_articles([path], overrides=said).articles[0]
    assert (article.side, article.excerpt) == ("owners", True)


def test_a_paywalled_text_is_an_excerpt_unless_the_user_says_no(tmp_path):
    path = put(tmp_path, "a.txt", PROSE + "\n\nSubscribe to continue reading")
    article = load_articles([path]).articles[0]
    assert article.excerpt is True
    assert "excerpt-likely" in codes(article)
    article = load_articles([path], overrides=Overrides((("a", Given(excerpt=False)),))).articles[0]
    assert article.excerpt is False
    assert "excerpt-likely" not in codes(article)


def test_a_record_keeps_its_title_apart_and_its_targets(tmp_path):
    record = {"id": "x", "text": PROSE, "title": "Ferry closes", "targets": [{"name": "council", "start": 12, "end": 19}]}
    article = load_articles([put(tmp_path, "e.jsonl", json.dumps(record))]).articles[0]
    assert article.title is not None
    assert article.title.value == "Ferry closes"
    assert article.targets[0].span == Span(12, 19)
    assert article.name.endswith("e.jsonl:1")


def test_zones_none_drops_the_hints(tmp_path):
    path = put(tmp_path, "a.md", "# Ferry\n\n" + PROSE)
    assert load_articles([path]).articles[0].hints != ()
    article = load_articles([path], zones="none").articles[0]
    assert (article.zones, article.hints) == ("none", ())


def test_a_broken_configuration_stops(tmp_path):
    put(tmp_path, "framing.toml", "[articles")
    with pytest.raises(FramingError, match="not valid TOML"):
        load_articles([put(tmp_path, "a.txt", PROSE)])


def test_a_line_of_ten_megabytes_is_read(tmp_path):
    text = (PROSE + " ") * 65_000
    article = load_articles([put(tmp_path, "a.txt", text)]).articles[0]
    assert len(article.text) == len(text) > 9_000_000


def test_importing_the_room_imports_nothing_heavy():
    heavy = "pandas,lxml,docx,pypdf,trafilatura,ftfy,charset_normalizer,pyarrow,spacy,numpy"
    code = f"import sys, framing.load; print([name for name in {heavy.split(',')!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "[]"
