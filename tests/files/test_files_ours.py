"""Whose a folder is, as its marker tells."""

from __future__ import annotations

import pytest

from framing.errors import OutputError
from framing.files.ours import check_folder, read_marker


def test_ours_empty_and_new_folders_will_do(tmp_path):
    assert not check_folder(tmp_path / "new", "m.json", "us/1", holds="thing")
    assert not check_folder(tmp_path, "m.json", "us/1", holds="thing")
    (tmp_path / "m.json").write_text('{"schema": "us/1", "n": 2}')
    assert check_folder(tmp_path, "m.json", "us/1", holds="thing")
    assert read_marker(tmp_path / "m.json", "us/1") == {"schema": "us/1", "n": 2}


@pytest.mark.parametrize("data", [b"{}", b"[1]", b"null", b"not json", b'{"schema": "us/2"}', b"[" * 50_000, b"\xff\xfe", b""])
def test_another_marker_is_not_ours(tmp_path, data):
    (tmp_path / "m.json").write_bytes(data)
    assert read_marker(tmp_path / "m.json", "us/1") is None
    with pytest.raises(OutputError, match="is not empty and holds no earlier thing; choose another folder, or --overwrite"):
        check_folder(tmp_path, "m.json", "us/1", holds="thing")
    assert not check_folder(tmp_path, "m.json", "us/1", holds="thing", overwrite=True)


def test_a_file_is_no_folder_even_when_told_to_overwrite(tmp_path):
    (tmp_path / "f").write_text("x")
    with pytest.raises(OutputError, match="is a file"):
        check_folder(tmp_path / "f", "m.json", "us/1", holds="thing", overwrite=True)


def test_a_marker_that_is_a_folder_is_none(tmp_path):
    (tmp_path / "m.json").mkdir()
    assert read_marker(tmp_path / "m.json", "us/1") is None
