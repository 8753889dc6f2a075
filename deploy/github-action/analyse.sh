#!/usr/bin/env bash
# Submits, waits, keeps the report, and ends as the analysis did: see docs/cli.md for the exit codes.
set -euo pipefail
gitstrata="$RUNNER_TEMP/gitstrata/bin/gitstrata"
# a run that is started again begins anew, a step that is repeated does not
key="github-${GITHUB_RUN_ID:-0}-${GITHUB_RUN_ATTEMPT:-0}"
id=$("$gitstrata" submit "$REPOSITORY" --ref "$REF" --idempotency-key "$key")
echo "id=$id" >> "$GITHUB_OUTPUT"
"$gitstrata" watch "$id" --timeout "$TIMEOUT"
conditions=()
while IFS= read -r condition; do
  if [[ -n "${condition// /}" ]]; then conditions+=(--fail-on "$condition"); fi
done <<< "$FAIL_ON"
"$gitstrata" result "$id" --out "$REPORT" ${conditions[@]+"${conditions[@]}"}
