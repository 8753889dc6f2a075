# What backup.sh and restore.sh share. RELEASE and NAMESPACE name the installation; KUBE_CONTEXT another cluster than the
# current one; NATS_BOX_IMAGE the image with NATS' own command line client.
set -euo pipefail
umask 077 # passwords, keys and histories are the operator's alone

RELEASE=${RELEASE:-gitstrata}
NAMESPACE=${NAMESPACE:-gitstrata}
NATS_BOX_IMAGE=${NATS_BOX_IMAGE:-docker.io/natsio/nats-box:0.18.0}
DATABASES="auth jobs"
SERVICES="gateway auth jobs analyzer"
OWN="app.kubernetes.io/instance=$RELEASE,app.kubernetes.io/part-of=gitstrata"

say() { echo "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

k() { kubectl ${KUBE_CONTEXT:+--context "$KUBE_CONTEXT"} --namespace "$NAMESPACE" "$@"; }

# The one object of a kind and a component; nothing where the chart has none.
find_one() { k get "$1" --selector "$OWN,app.kubernetes.io/name=$2" --output name | head -n 1; }

# A program of Postgres in its pod, as its administrator: over the server's own socket, without a password.
postgres() {
    local server
    server=$(find_one statefulset postgres)
    [ -n "$server" ] || fail "Release $RELEASE in namespace $NAMESPACE has no Postgres of the chart."
    k exec --stdin "$server" --container postgres -- "$@"
}

# A pod with NATS' command line client, as the administrator of the chart's NATS; it lives as long as this script.
nats_box() {
    local server service secret ca labels
    server=$(find_one statefulset nats)
    [ -n "$server" ] || fail "Release $RELEASE in namespace $NAMESPACE has no NATS of the chart."
    service=$(k get service --selector "$OWN,app.kubernetes.io/name=nats" --output jsonpath='{range .items[?(@.spec.clusterIP!="None")]}{.metadata.name}{end}')
    secret=$(k get "$server" --output jsonpath='{range .spec.template.spec.containers[0].env[?(@.name=="ADMIN_PASSWORD")]}{.valueFrom.secretKeyRef.name}{end}')
    ca=$(k get "$server" --output jsonpath='{range .spec.template.spec.volumes[?(@.name=="tls")]}{.secret.secretName}{end}')
    labels="{app.kubernetes.io/name: backup, app.kubernetes.io/instance: $RELEASE, app.kubernetes.io/part-of: gitstrata}"
    trap 'k delete pod "$RELEASE-backup" --ignore-not-found --now --wait=false > /dev/null' EXIT
    k delete pod "$RELEASE-backup" --ignore-not-found --now > /dev/null
    k apply --filename - > /dev/null <<POD
apiVersion: v1
kind: Pod
metadata: {name: "$RELEASE-backup", labels: $labels}
spec:
  automountServiceAccountToken: false
  restartPolicy: Never
  terminationGracePeriodSeconds: 0
  securityContext: {runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
  containers:
    - name: nats
      image: "$NATS_BOX_IMAGE"
      imagePullPolicy: IfNotPresent
      command: [sleep, "86400"]
      env:
        - {name: XDG_CONFIG_HOME, value: /backup/configuration} # else it asks who this is, and nobody has this id
        - {name: NATS_URL, value: "tls://$service.$NAMESPACE.svc:4222"}
        - {name: NATS_CA, value: /etc/gitstrata/tls/ca.crt}
        - {name: NATS_USER, value: admin}
        - {name: NATS_PASSWORD, valueFrom: {secretKeyRef: {name: "$secret", key: admin}}}
      resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 1Gi}}
      securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
      volumeMounts:
        - {name: backup, mountPath: /backup}
        - {name: tls, mountPath: /etc/gitstrata/tls, readOnly: true}
  volumes:
    - {name: backup, emptyDir: {}}
    - {name: tls, secret: {secretName: "$ca", items: [{key: ca.crt, path: ca.crt}]}}
POD
    k wait --for=condition=Ready "pod/$RELEASE-backup" --timeout=120s > /dev/null || fail "The pod $RELEASE-backup did not start: is $NATS_BOX_IMAGE there?"
}

box() { k exec --stdin "$RELEASE-backup" --container nats -- "$@"; }
