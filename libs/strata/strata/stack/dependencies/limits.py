"""What a repository may cost: beyond each of these something is left out, and a warning says so."""

FILE_BYTES = 16 << 20  # of one manifest or lock file; the largest lock files in the field are a third of that
TOTAL_BYTES = 256 << 20  # of all that is read
FILES = 20_000  # manifests and lock files in one repository
PROGRAM_CHARACTERS = 2 << 20  # of a build file that is a program: what people write by hand is far shorter
ENTRIES = 100_000  # dependencies in one file
DEPTH = 64  # of nested values, includes, parents and placeholders
NODES = 4_000_000  # values of one document
EVIDENCE = 100  # places named for one dependency
WARNINGS = 1_000  # kept; their number is told
WORD = 1_000  # characters of a name, a version or a range: longer ones are none
HISTORY_VERSIONS = 200_000  # versions of manifests in one history; the latest ones beyond that are left out
HISTORY_BYTES = 4 << 30  # of all of them
