"""Frozen structs as Arrow tables and Parquet files. The only file that touches pyarrow.

Arrays are put together column by column from flat lists, which is several times faster than handing Arrow a
list of dictionaries. Files are a function of their rows alone: no time stamps, fixed settings.
"""

import types
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum
from functools import cache
from itertools import accumulate, chain
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, Self, cast, get_args, get_origin

import msgspec
import pyarrow  # pyright: ignore[reportMissingTypeStubs]
import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]

pa: Any = pyarrow
"""pyarrow comes without type information."""
pq: Any = pyarrow.parquet

GROUP = 500
"""Rows in a row group."""
GROUP_BYTES = 64 << 20
"""A row group is closed early when its text is larger than this, so that memory stays bounded."""


class JsonText(str):
    """JSON text that Arrow should mark as JSON; `datasets` 4.7 and later then load it as data."""

    __slots__ = ()


@cache
def arrow_type(kind: Any) -> Any:
    """Return the Arrow type of a field's Python type."""
    if kind is JsonText:
        return pa.json_()
    if get_origin(kind) is Literal or _is(kind, str, Enum):
        return pa.string()
    if kind is bool:
        return pa.bool_()
    if kind is int:
        return pa.int64()
    if get_origin(kind) is tuple:
        return pa.list_(arrow_type(get_args(kind)[0]))
    return pa.struct([pa.field(name, arrow_type(inner)) for name, inner in _fields(kind)])


@cache
def schema_of(kind: type[msgspec.Struct]) -> Any:
    """Return the Arrow schema of a struct: a column for each field."""
    return pa.schema(arrow_type(kind).fields)


def table_of(kind: type[msgspec.Struct], rows: Sequence[msgspec.Struct]) -> Any:
    """Return rows as an Arrow table."""
    columns = [_array([getattr(row, name) for row in rows], inner) for name, inner in _fields(kind)]
    return pa.Table.from_arrays(columns, schema=schema_of(kind))


def _array(values: list[Any], kind: Any) -> Any:
    if kind is JsonText:
        return pa.ExtensionArray.from_storage(pa.json_(), pa.array(values, pa.string()))
    if get_origin(kind) is tuple:
        offsets = pa.array(list(accumulate(map(len, values), initial=0)), pa.int32())
        return pa.ListArray.from_arrays(offsets, _array(list(chain.from_iterable(values)), get_args(kind)[0]))
    if _is(kind, msgspec.Struct):
        arrays = [_array(list(map(attrgetter(name), values)), inner) for name, inner in _fields(kind)]
        return pa.StructArray.from_arrays(arrays, fields=list(arrow_type(kind).fields))
    if _is(kind, Enum):
        values = [value.value for value in values]
    return pa.array(values, arrow_type(kind))


def _is(kind: Any, *bases: type) -> bool:
    return isinstance(kind, type) and issubclass(cast("type[Any]", kind), bases)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.type) for field in msgspec.structs.fields(kind))


class Writer:
    """Writes rows of one kind to one Parquet file, a row group at a time."""

    def __init__(self, path: Path, kind: type[msgspec.Struct]):
        """Open the file."""
        self._kind = kind
        self._file: Any = pq.ParquetWriter(
            path, schema_of(kind), compression="zstd", compression_level=3, write_page_checksum=True
        )
        self._rows: list[msgspec.Struct] = []
        self._bytes = 0
        self.count = 0

    def add(self, row: msgspec.Struct, size: int) -> None:
        """Add a row; `size` is about how many bytes of text it holds."""
        self._rows.append(row)
        self._bytes += size
        self.count += 1
        if len(self._rows) == GROUP or self._bytes > GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(table_of(self._kind, self._rows), row_group_size=GROUP)
        self._rows.clear()
        self._bytes = 0

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Finish the file; after an exception it is closed as it is."""
        if kind is None:
            if self._rows:
                self._flush()
            self._file.close()
            return
        with suppress(OSError):
            self._file.close()


def is_parquet(path: Path) -> bool:
    """Tell whether a file begins as Parquet files do."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


class File:
    """A Parquet file to read, a row group at a time."""

    def __init__(self, path: Path):
        """Open the file.

        Raises:
            ValueError: when it is not Parquet, or cut off.
        """
        self._file: Any = pq.ParquetFile(path, page_checksum_verification=True)
        self.columns: list[str] = list(self._file.schema_arrow.names)
        self.groups: int = self._file.num_row_groups
        sizes = (self._file.metadata.row_group(group).num_rows for group in range(self.groups))
        self.starts = list(accumulate(sizes, initial=0))
        """Number of rows before each row group."""
        self.rows: int = self._file.metadata.num_rows

    def group(self, number: int) -> Iterator[dict[str, Any]]:
        """Yield the rows of a row group as dictionaries."""
        for batch in self._file.iter_batches(batch_size=64, row_groups=[number]):
            yield from batch.to_pylist()

    def __enter__(self) -> Self:
        """Return the file."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        """Close the file."""
        self._file.close()
