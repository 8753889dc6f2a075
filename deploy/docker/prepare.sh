#!/bin/sh
# Makes of a base image what the next stage needs: `prepare.sh build|run [PACKAGE…]`.
# The base has Python 3.11 already, or is a bare Debian that gets it here.
set -eu
use=$1
shift
. /etc/os-release
sources=/etc/apt/sources.list
# a bare Debian does not look for security updates
if [ -s $sources ] && ! grep -rqs "$VERSION_CODENAME-security" $sources $sources.d; then
    sed -n "s#/debian $VERSION_CODENAME main#/debian-security $VERSION_CODENAME-security main#p" $sources \
        > $sources.d/security.list
fi
command -v python3.11 > /dev/null || {
    set -- "$@" python3.11 ca-certificates
    [ "$use" = run ] || set -- "$@" python3.11-venv
}
[ $# = 0 ] || {
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
    rm -rf /var/lib/apt/lists/* /var/cache/apt /var/cache/debconf/*-old /var/log/*
}
[ "$use" = build ] || {
    # who runs an image installs nothing into it
    ! python3.11 -m pip --version > /dev/null 2>&1 ||
        python3.11 -m pip uninstall -y -q --root-user-action ignore pip setuptools wheel
    groupadd --gid 10001 gitstrata
    useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin gitstrata
}
