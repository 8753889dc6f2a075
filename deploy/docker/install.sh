#!/bin/sh
# Fills /opt/gitstrata, the virtual environment of an image, from the context below /build.
#
#   install.sh tools PACKAGE…      what builds: at the versions and hashes of requirements.lock, into /build/tools
#   install.sh needs REQUIREMENT…  what these members and packages need, and nothing else of requirements.lock
#   install.sh members FOLDER…     our own packages, as wheels
#   install.sh native FOLDER       the engine's native core, as a wheel in /build/wheels
set -eu
cd /build
uv=/build/tools/bin/uv
do=$1
shift
# where a proxy looks into TLS, the machine that builds says whom to trust
[ ! -f ca.crt ] || export SSL_CERT_FILE=/build/ca.crt PIP_CERT=/build/ca.crt CARGO_HTTP_CAINFO=/build/ca.crt

# The entries of requirements.lock, hashes and all, of the packages `name==version` on standard input.
locked() {
    awk 'NR == FNR { wanted[$1]; next }
         /^[a-z0-9]/ { keep = $1 in wanted; found += keep }
         keep
         END { if (found < length(wanted)) { print "requirements.lock lacks a package" > "/dev/stderr"; exit 1 } }' \
        - requirements.lock
}

case $do in
tools)
    python3.11 -m venv tools
    for name in "$@"; do grep -o "^$name==[^ ]*" requirements.lock; done | locked > tools.lock
    tools/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --require-hashes -r tools.lock
    ;;
needs)
    python3.11 -m venv --without-pip /opt/gitstrata
    printf '%s\n' "$@" > needs.in
    $uv pip compile --quiet --no-cache --no-sources --python /opt/gitstrata/bin/python --constraint requirements.lock \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links needs.in | grep '^[a-z0-9].*==' > needs.txt
    locked < needs.txt > needs.lock
    $uv pip sync --quiet --no-cache --link-mode copy --python /opt/gitstrata/bin/python --require-hashes needs.lock
    ;;
members)
    for folder in "$@"; do
        $uv build --quiet --no-cache --wheel --no-build-isolation --out-dir wheels "$folder"
    done
    $uv pip install --quiet --no-cache --link-mode copy --python /opt/gitstrata/bin/python --no-deps --no-index wheels/*.whl
    # tests that packages bring are run by nobody here
    find /opt/gitstrata/lib -type d -name tests -prune -exec rm -r {} +
    # Compiled, as nothing can be written later; by content, so that the same packages give the same bytes. Templates
    # that some packages bring are no programs, and do not compile.
    /opt/gitstrata/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/gitstrata/lib > /dev/null || true
    ;;
native)
    mkdir wheels
    cd "$1"
    python3.11 lock.py restore && /build/tools/bin/maturin build --release --locked --out /build/wheels ||
        echo "this image is without the engine's native core"
    ;;
esac
