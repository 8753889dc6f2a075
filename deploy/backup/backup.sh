#!/bin/bash
# Backs up an installation whose Postgres and NATS are the chart's: `backup.sh FOLDER`. It may go on working meanwhile.
# FOLDER is made, and must not exist. docs/operations/backup.md says what is in it and what to do with others' databases.
. "$(dirname "$0")/common.sh"

[ $# = 1 ] || fail "usage: [RELEASE=] [NAMESPACE=] [KUBE_CONTEXT=] [NATS_BOX_IMAGE=] $0 FOLDER"
folder=$1
[ ! -e "$folder" ] || fail "$folder exists already."
part=$folder.part
rm -rf "$part"
mkdir -p "$part"

# The order matters: streams are read last. What Postgres was about to say is then still to be said by it, and what it had
# not heard of yet is still in the streams, but for work that ended in between: restore.sh has that done again.
for database in $DATABASES; do
    postgres pg_dump --username postgres --format custom "$database" > "$part/$database.dump"
    say "database $database: $(wc -c < "$part/$database.dump") bytes"
done
nats_box
box nats account backup /backup/streams --consumers --force > "$part/streams.log" 2>&1 || fail "NATS could not be backed up: $(tail -n 3 "$part/streams.log")"
box tar -C /backup/streams -cf - . > "$part/streams.tar"
say "streams: $(wc -c < "$part/streams.tar") bytes"
# What the chart generated: without the vault's keys nobody's grant can be read, without the tokens' keys all sign in again.
k get secret --selector "$OWN" --output json > "$part/secrets.json"
helm ${KUBE_CONTEXT:+--kube-context "$KUBE_CONTEXT"} --namespace "$NAMESPACE" get values "$RELEASE" > "$part/values.yaml"
helm ${KUBE_CONTEXT:+--kube-context "$KUBE_CONTEXT"} --namespace "$NAMESPACE" list --filter "^$RELEASE\$" --output json > "$part/release.json"
mv "$part" "$folder"
say "$folder is complete. It holds keys and personal data: encrypt it."
