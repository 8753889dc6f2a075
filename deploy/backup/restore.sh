#!/bin/bash
# Restores what backup.sh made. `restore.sh secrets FOLDER` before `helm install` in an empty namespace brings the generated
# keys and passwords back; `restore.sh data FOLDER` after it, with the chart at the version of the backup, replaces all that
# is in Postgres and NATS. docs/operations/backup.md has the whole procedure.
. "$(dirname "$0")/common.sh"

usage="usage: [RELEASE=] [NAMESPACE=] [KUBE_CONTEXT=] [NATS_BOX_IMAGE=] $0 secrets|data FOLDER"
[ $# = 2 ] || fail "$usage"
folder=$2
[ -f "$folder/secrets.json" ] || fail "$folder is not a backup."

restore_secrets() {
    [ -z "$(k get secret --selector "$OWN" --output name)" ] || fail "Namespace $NAMESPACE has secrets of release $RELEASE already."
    # of the objects only what is theirs: helm takes them over by the labels and annotations that it gave them
    python3 -c '
import json, sys
kept = json.load(sys.stdin)
for one in kept["items"]:
    old = one["metadata"]
    one["metadata"] = {key: old[key] for key in ("name", "labels", "annotations") if key in old}
json.dump(kept, sys.stdout)' < "$folder/secrets.json" | k create --filename - >&2
}

# Nobody writes while data is replaced. Scalers are told to leave the services alone: at no replicas HPA does, KEDA by a note.
stop_services() {
    local name workload
    for name in $SERVICES; do
        workload=$(find_one deployment "$name")
        [ -n "$workload" ] || fail "Release $RELEASE in namespace $NAMESPACE has no $name."
        k annotate "$workload" --overwrite "gitstrata/replicas=$(k get "$workload" --output jsonpath='{.spec.replicas}')" > /dev/null
        k get scaledobject "$RELEASE-$name" > /dev/null 2>&1 && k annotate scaledobject "$RELEASE-$name" --overwrite autoscaling.keda.sh/paused=true > /dev/null
        k scale "$workload" --replicas 0 > /dev/null
    done
    for name in $SERVICES; do
        [ -z "$(k get pod --selector "$OWN,app.kubernetes.io/name=$name" --output name)" ] ||
            k wait --for=delete pod --selector "$OWN,app.kubernetes.io/name=$name" --timeout=15m > /dev/null
    done
    say "services are stopped"
}

start_services() {
    local name workload
    for name in $SERVICES; do
        workload=$(find_one deployment "$name")
        k get scaledobject "$RELEASE-$name" > /dev/null 2>&1 && k annotate scaledobject "$RELEASE-$name" autoscaling.keda.sh/paused- > /dev/null
        k scale "$workload" --replicas "$(k get "$workload" --output jsonpath='{.metadata.annotations.gitstrata/replicas}')" > /dev/null
        k annotate "$workload" gitstrata/replicas- > /dev/null
    done
    for name in $SERVICES; do
        k rollout status "$(find_one deployment "$name")" --timeout=10m >&2
    done
}

restore_data() {
    local database stream began
    began=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    nats_box
    stop_services
    for database in $DATABASES; do
        postgres psql --username postgres --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
            --command "DROP DATABASE IF EXISTS $database WITH (FORCE)" --command "CREATE DATABASE $database OWNER $database" \
            --command "REVOKE CONNECT, TEMPORARY ON DATABASE $database FROM PUBLIC"
        postgres pg_restore --username postgres --no-owner --role "$database" --exit-on-error --dbname "$database" < "$folder/$database.dump"
        say "database $database is restored"
    done
    box mkdir /backup/streams
    box tar -C /backup/streams -xf - < "$folder/streams.tar"
    for stream in $(box ls /backup/streams); do
        ! box nats stream info "$stream" > /dev/null 2>&1 || box nats stream rm "$stream" --force
    done
    box nats account restore /backup/streams >&2
    say "streams are restored"
    start_services
    # whoever was at work at the time of the backup is gone
    k exec "$(find_one deployment jobs)" --container jobs -- jobs release --begun-before "$began" >&2
}

case $1 in
    secrets) restore_secrets ;;
    data) restore_data ;;
    *) fail "$usage" ;;
esac
