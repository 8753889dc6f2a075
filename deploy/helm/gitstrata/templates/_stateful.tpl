{{/*
What the StatefulSets of Postgres and NATS have in common: (dict "root" $ "name" "nats" "values" .Values.nats …).
container: the container's own part. volumes: besides its certificate and its claim `data`.
*/}}
{{- define "gitstrata.stateful" -}}
{{- $root := .root -}}{{- $id := list .root .name -}}{{- $name := include "gitstrata.name" $id -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
automountServiceAccountToken: false
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
spec:
  replicas: {{ .replicas }}
  serviceName: {{ include "gitstrata.name" (list $root .serviceName) }}
  # a cluster elects its leader only when most of it is there
  podManagementPolicy: Parallel
  persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}
  selector:
    matchLabels: {{- include "gitstrata.selector" $id | nindent 6 }}
  template:
    metadata:
      labels: {{- include "gitstrata.podLabels" $id | nindent 8 }}
      annotations:
        checksum/configuration: {{ .checksum | sha256sum }}
        {{- include "gitstrata.certificateChecksum" $id | nindent 8 }}
        {{- with .values.podAnnotations }}{{ toYaml . | nindent 8 }}{{ end }}
    spec:
      serviceAccountName: {{ $name }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ .values.terminationGracePeriodSeconds }}
      {{- include "gitstrata.pullSecrets" $root | nindent 6 }}
      securityContext: {{- include "gitstrata.podSecurity" .values.runAsUser | nindent 8 }}
      containers:
        - name: {{ .name }}
          image: {{ .values.image }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          securityContext: {{- include "gitstrata.containerSecurity" $root | nindent 12 }}
          {{- .container | nindent 10 }}
          resources: {{- toYaml .values.resources | nindent 12 }}
      {{- include "gitstrata.placement" .values | nindent 6 }}
      {{- include "gitstrata.spread" $id | nindent 6 }}
      volumes:
        - name: tls
          # a key may be read by its group: Postgres wants no more than that
          secret: {secretName: {{ include "gitstrata.name" (list $root (printf "tls-%s" .name)) }}, defaultMode: 0440}
        - name: configuration
          configMap: {name: {{ $name }}}
        {{- .volumes | nindent 8 }}
  volumeClaimTemplates:
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
        labels: {{- include "gitstrata.selector" $id | nindent 10 }}
      spec:
        accessModes: [ReadWriteOnce]
        {{- with .values.storage.className }}
        storageClassName: {{ . }}
        {{- end }}
        resources: {requests: {storage: {{ .values.storage.size }}}}
{{- if gt (int .replicas) 1 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {{- include "gitstrata.selector" $id | nindent 6 }}
{{- end }}
{{- end -}}
