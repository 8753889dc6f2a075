#!/bin/bash
# What the official image's entrypoint does, without starting as root: an empty PGDATA is initialised, with POSTGRES_USER,
# POSTGRES_PASSWORD, POSTGRES_DB and POSTGRES_INITDB_ARGS (or …_FILE) and the scripts of /docker-entrypoint-initdb.d.
set -Eeuo pipefail

setting() { # NAME DEFAULT
    local file=${1}_FILE
    if [ -n "${!file:-}" ]; then export "$1=$(< "${!file}")"; else export "$1=${!1:-$2}"; fi
    unset "$file"
}

case ${1:--} in
-*) set -- postgres "$@" ;;
esac
[ "$1" = postgres ] || exec "$@"

mkdir -p "$PGDATA" && chmod 700 "$PGDATA"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    setting POSTGRES_PASSWORD ''
    setting POSTGRES_USER postgres
    setting POSTGRES_DB "$POSTGRES_USER"
    setting POSTGRES_INITDB_ARGS ''
    [ -n "$POSTGRES_PASSWORD" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ] || {
        echo "POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE must be given" >&2
        exit 1
    }
    # words of it are options
    eval "initdb --username=\"\$POSTGRES_USER\" --pwfile=<(printf '%s\n' \"\$POSTGRES_PASSWORD\") $POSTGRES_INITDB_ARGS"
    printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >> "$PGDATA/pg_hba.conf"

    # a server that only this container reaches; the options are those that the real one will have
    PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -w start \
        -o "$(printf '%q ' "${@:2}" -c listen_addresses= -p "${PGPORT:-5432}")"
    run=(psql -X -v ON_ERROR_STOP=1 --no-password --username "$POSTGRES_USER")
    [ "$POSTGRES_DB" = postgres ] || "${run[@]}" --dbname postgres --set db="$POSTGRES_DB" <<< 'CREATE DATABASE :"db";'
    for script in /docker-entrypoint-initdb.d/*; do
        case $script in
        *.sh) if [ -x "$script" ]; then "$script"; else . "$script"; fi ;;
        *.sql) "${run[@]}" --dbname "$POSTGRES_DB" -f "$script" ;;
        *.sql.gz) gunzip -c "$script" | "${run[@]}" --dbname "$POSTGRES_DB" ;;
        esac
    done
    PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec "$@"
