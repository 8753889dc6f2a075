#!/usr/bin/env bash
# Installs the command of this very checkout beside the job's own Python, with nothing of a server.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
home="$RUNNER_TEMP/gitstrata"
"$PYTHON" -m venv "$home"
members=("$root/libs/client" "$root/libs/strata" "$root/libs/reports" "$root/libs/cli")
"$home/bin/pip" install --quiet --disable-pip-version-check "${members[@]}"
