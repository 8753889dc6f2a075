"""Strata reads a Git repository's history and answers with figures that can be checked.

A library: no network, no database, no bus. The way in is `strata.repository.open_repository` and
`strata.analysis.analyze`; every refusal is a `strata.errors.StrataError`.
"""

import os

# numpy's linear algebra is not used; the threads that it starts for it cost more than the rest of its start-up
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
