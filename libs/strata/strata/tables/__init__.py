"""The figures behind a report as Parquet tables: `lines`, `files`, `people`, `weeks`, `survival`, `coupling`.

Each is a function from Facts to pieces of an Arrow table. Import `strata.tables.writer` where tables are written and
nowhere else: pyarrow takes long to load.

A path is a string: UTF-8 as it is, and any byte that is not UTF-8 as `\\xNN`. `files.parquet` has the exact bytes
beside it (`path_bytes`). A person is named by id in every table but `people.parquet`. Times are UTC.
"""
