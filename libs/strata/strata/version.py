"""The two numbers that say how a report came to be.

ENGINE_VERSION changes when the same commit and options would give another figure: results are reused
only under the same engine version. SCHEMA_VERSION changes when a reader of the report would have to.
"""

ENGINE_VERSION = "1.5"
SCHEMA_VERSION = 1
