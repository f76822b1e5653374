"""Reading: our rows from directories and files, and clear words about everything else."""

from pathlib import Path

import msgspec
import pytest

from apigen_mt.dataset.export import export
from apigen_mt.dataset.read import chunks_of, read_rows
from apigen_mt.dataset.rows import Row
from apigen_mt.dataset.versions import find_version, read_versions
from apigen_mt.errors import UserError
from apigen_mt.registry import load_world


def lines(path: Path, *records: object) -> Path:
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    return path


def test_a_directory_a_shard_and_json_lines_give_the_same_rows(dataset: Path, rows: list[Row], tmp_path: Path) -> None:
    assert list(read_rows(dataset / "data" / "train-bikes-00000.parquet")) == rows
    assert list(read_rows(lines(tmp_path / "rows.jsonl", *rows))) == rows


def test_nothing_there() -> None:
    with pytest.raises(UserError, match="there is nothing at 'nowhere'"):
        list(read_rows(Path("nowhere")))


def test_a_directory_without_a_dataset(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no dataset"):
        list(read_rows(tmp_path))


def test_another_format_is_named(dataset: Path, tmp_path: Path) -> None:
    export(dataset, "sharegpt", tmp_path / "data.json")
    with pytest.raises(UserError, match="is in ShareGPT format"):
        list(read_rows(tmp_path / "data.json"))


def test_an_unknown_format_is_refused_with_its_keys(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="unknown format with the keys prompt, response"):
        list(chunks_of(lines(tmp_path / "data.jsonl", {"prompt": 1, "response": 2})))


def test_a_newer_version_says_update(rows: list[Row], tmp_path: Path) -> None:
    newer = msgspec.structs.replace(rows[0], format="apigen-mt.rows/9")
    with pytest.raises(UserError, match=r"line 1: the format 'apigen-mt.rows/9' is newer.*update apigen-mt"):
        list(read_rows(lines(tmp_path / "rows.jsonl", newer)))


def test_a_foreign_format_name_is_refused(rows: list[Row], tmp_path: Path) -> None:
    other = msgspec.structs.replace(rows[0], format="other/1")
    with pytest.raises(UserError, match=r"has the format 'other/1' instead of 'apigen-mt\.rows/1'"):
        list(read_rows(lines(tmp_path / "rows.jsonl", other)))


def test_a_damaged_row_is_named(rows: list[Row], tmp_path: Path) -> None:
    bad = msgspec.to_builtins(rows[1]) | {"ordinal": "x"}
    with pytest.raises(UserError, match=r"rows.jsonl line 2: not a row .*ordinal"):
        list(read_rows(lines(tmp_path / "rows.jsonl", rows[0], bad)))


def test_a_malformed_line_is_named(rows: list[Row], tmp_path: Path) -> None:
    path = lines(tmp_path / "rows.jsonl", rows[0])
    path.write_bytes(path.read_bytes() + b'\n{"format": \n')
    with pytest.raises(UserError, match=r"rows.jsonl line 3: not valid JSON"):
        list(read_rows(path))


def test_a_malformed_array_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('[{"conversations": []},\n {"conversations": [}\n]')
    with pytest.raises(UserError, match=r"data.json' line 2: the JSON array is malformed"):
        list(chunks_of(tmp_path / "data.json"))


@pytest.mark.parametrize("content", [b"", b"\n\n", b"hello\n", b"1\n2\n", b"[]"])
def test_a_file_without_conversations_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "data.jsonl").write_bytes(content)
    with pytest.raises(UserError, match="holds no conversations"):
        list(chunks_of(tmp_path / "data.jsonl"))


def test_a_truncated_parquet_file_is_told(dataset: Path, tmp_path: Path) -> None:
    whole = (dataset / "data" / "train-bikes-00000.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[:-100])
    with pytest.raises(UserError, match="is a damaged Parquet file"):
        list(read_rows(tmp_path / "cut.parquet"))


def test_a_flipped_byte_in_parquet_is_told(dataset: Path, tmp_path: Path) -> None:
    whole = bytearray((dataset / "data" / "train-bikes-00000.parquet").read_bytes())
    whole[200:260] = bytes(60)
    (tmp_path / "bad.parquet").write_bytes(whole)
    with pytest.raises(UserError, match="is a damaged Parquet file"):
        list(read_rows(tmp_path / "bad.parquet"))


def test_a_domain_version_is_found_beside_the_data(dataset: Path, rows: list[Row]) -> None:
    row = rows[0]
    versions = read_versions(dataset / "data" / "train-bikes-00000.parquet")
    place = (row.world_digest, row.world_seed, row.world_size)
    version = find_version(versions, row.domain, *place)
    assert find_version(versions, row.domain, *place) is version
    with pytest.raises(UserError, match="put the dataset's domains folder beside it"):
        find_version({}, row.domain, *place)


def test_an_installed_domain_serves_if_it_is_the_same_version() -> None:
    digest = load_world("retail", 1, 20).digest
    assert find_version({}, "retail", digest, 1, 20).digest == digest
    with pytest.raises(UserError, match="no such version is installed"):
        find_version({}, "retail", "0" * 64, 1, 20)


def test_a_damaged_or_newer_domain_file_is_told(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "domains").mkdir()
    file = tmp_path / "domains" / "bikes-1.json"
    file.write_text("{}")
    with pytest.raises(UserError, match="is not a domain file of this format"):
        read_versions(tmp_path)
    (whole,) = (dataset / "domains").iterdir()
    file.write_text(whole.read_text().replace("apigen-mt.domain/1", "apigen-mt.domain/2"))
    with pytest.raises(UserError, match="update apigen-mt"):
        read_versions(tmp_path)
