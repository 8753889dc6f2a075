#!/bin/bash
# Builds images and says how large they are: `build.sh [DOCKERFILE NAME:TAG]…`, by default all of the platform and the
# GitHub stand-in of kind, at the chart's appVersion or IMAGE_TAG. BASE_IMAGE: another base than the public one.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Where a proxy looks into TLS, the build trusts whom this machine trusts; images do not.
mkdir -p .local/images
rm -f .local/images/ca.crt
[ ! -f "${SSL_CERT_FILE:-}" ] || cp "$SSL_CERT_FILE" .local/images/ca.crt

version=$(sed -n 's/^appVersion: *"\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' deploy/helm/gitstrata/Chart.yaml)
tag=${IMAGE_TAG:-$version}
if [ $# = 0 ]; then
    for name in gateway auth jobs analyzer github-standin; do
        set -- "$@" "deploy/docker/$name/Dockerfile" "gitstrata-$name:$tag"
    done
fi
while [ $# -gt 0 ]; do
    began=$SECONDS
    docker build --file "$1" --tag "$2" ${BASE_IMAGE:+--build-arg "BASE_IMAGE=$BASE_IMAGE"} \
        --build-arg "VERSION=$tag" --build-arg "REVISION=$(git rev-parse HEAD 2> /dev/null || echo unknown)" \
        . > .local/images/build.log 2>&1 || { tail -n 40 .local/images/build.log >&2; exit 1; }
    ! grep -q "without the engine's native core$" .local/images/build.log || echo "$2 is without the engine's native core"
    size=$(docker image inspect --format '{{.Size}}' "$2")
    echo "$2: $((size / 1000000)) MB, $((SECONDS - began)) s"
    shift 2
done
