{{/*
A service's ServiceAccount, Deployment, PodDisruptionBudget and HorizontalPodAutoscaler. What is particular to it comes in:
root, name, health (port), env, and where there are such: bus (whether it uses NATS), ports, mounts, volumes, checksums,
initContainers, rollingUpdate.
*/}}
{{- define "gitstrata.workload" -}}
{{- $root := .root -}}{{- $id := list .root .name -}}
{{- $values := index $root.Values .name -}}
{{- $name := include "gitstrata.name" $id -}}
{{- $scaled := or (dig "autoscaling" "enabled" false $values) (dig "keda" "enabled" false $values) -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
  {{- with $values.serviceAccount.annotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
spec:
  {{- if not $scaled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate: {{ .rollingUpdate | default (dict "maxSurge" 1 "maxUnavailable" 0) | toJson }}
  selector:
    matchLabels: {{- include "gitstrata.selector" $id | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "gitstrata.podLabels" $id | nindent 8 }}
        {{- with $values.podLabels }}{{ toYaml . | nindent 8 }}{{ end }}
      annotations:
        kubectl.kubernetes.io/default-container: {{ .name }}
        {{- include "gitstrata.certificateChecksum" $id | nindent 8 }}
        {{- with .checksums }}{{ . | nindent 8 }}{{ end }}
        {{- with $values.podAnnotations }}{{ toYaml . | nindent 8 }}{{ end }}
    spec:
      serviceAccountName: {{ $name }}
      automountServiceAccountToken: false
      # the variables that Kubernetes makes of Services look like settings of ours
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
      {{- include "gitstrata.pullSecrets" $root | nindent 6 }}
      securityContext: {{- include "gitstrata.podSecurity" 10001 | nindent 8 }}
      {{- with .initContainers }}
      initContainers: {{- . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "gitstrata.image" $id }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          securityContext: {{- include "gitstrata.containerSecurity" $root | nindent 12 }}
          ports:
            {{- with .ports }}{{ . | nindent 12 }}{{ end }}
            {{- if not .ownHealth }}
            - {name: health, containerPort: {{ .health }}}
            {{- end }}
          env:
            {{- include "gitstrata.commonEnv" $id | nindent 12 }}
            {{- .env | nindent 12 }}
            {{- with $values.extraEnv }}{{ toYaml . | nindent 12 }}{{ end }}
          startupProbe:
            httpGet: {path: /healthz, port: {{ .health }}}
            periodSeconds: 2
            failureThreshold: 60
            timeoutSeconds: 3
          livenessProbe:
            httpGet: {path: /healthz, port: {{ .health }}}
            periodSeconds: 10
            failureThreshold: 6
            timeoutSeconds: 5
          readinessProbe:
            httpGet: {path: /readyz, port: {{ .health }}}
            periodSeconds: 5
            failureThreshold: 2
            timeoutSeconds: 5
          {{- if $values.preStopSeconds }}
          lifecycle:
            # endpoints are withdrawn everywhere before the process drains
            preStop: {{- include "gitstrata.sleep" (list $root $values.preStopSeconds) | nindent 14 }}
          {{- end }}
          resources: {{- toYaml $values.resources | nindent 12 }}
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
            - {name: tls, mountPath: /etc/gitstrata/tls, readOnly: true}
            {{- if and .bus (include "gitstrata.natsAuthority" $root) }}
            - {name: nats-ca, mountPath: /etc/gitstrata/nats-ca, readOnly: true}
            {{- end }}
            {{- with .mounts }}{{ . | nindent 12 }}{{ end }}
      {{- include "gitstrata.placement" $values | nindent 6 }}
      {{- if $values.topologySpreadConstraints }}
      topologySpreadConstraints: {{- toYaml $values.topologySpreadConstraints | nindent 8 }}
      {{- else }}
      {{- include "gitstrata.spread" $id | nindent 6 }}
      {{- end }}
      volumes:
        - name: tmp
          emptyDir: {sizeLimit: 256Mi}
        - name: tls
          secret: {secretName: {{ include "gitstrata.name" (list $root (printf "tls-%s" .name)) }}, defaultMode: 0440}
        {{- if .bus }}{{ with include "gitstrata.natsAuthority" $root }}
        - name: nats-ca
          secret: {secretName: {{ . }}, defaultMode: 0440}
        {{- end }}{{ end }}
        {{- with .volumes }}{{ . | nindent 8 }}{{ end }}
{{- if $values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
spec:
  maxUnavailable: {{ $values.podDisruptionBudget.maxUnavailable }}
  # a pod that never became ready must not hold up a drain
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {{- include "gitstrata.selector" $id | nindent 6 }}
{{- end }}
{{- with $values.autoscaling }}
{{- if .enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ $name }}
  labels: {{- include "gitstrata.labels" $id | nindent 4 }}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: {{ $name }}}
  minReplicas: {{ .minReplicas }}
  maxReplicas: {{ .maxReplicas }}
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: {{ .cpu }}}}
  behavior:
    scaleDown: {stabilizationWindowSeconds: {{ .scaleDownStabilizationSeconds }}}
{{- end }}
{{- end }}
{{- end -}}

{{/* A preStop that waits: (list $ seconds). */}}
{{- define "gitstrata.sleep" -}}
{{- if semverCompare ">=1.30.0-0" (index . 0).Capabilities.KubeVersion.Version -}}
sleep: {seconds: {{ index . 1 }}}
{{- else -}}
exec: {command: [python, -c, "import time; time.sleep({{ index . 1 }})"]}
{{- end -}}
{{- end -}}

{{/* What every service is told: who it is to the others, how it logs. */}}
{{- define "gitstrata.commonEnv" -}}
{{- $root := index . 0 -}}{{- $prefix := upper (index . 1) -}}
- {name: LOG_LEVEL, value: {{ $root.Values.log.level }}}
- {name: LOG_FORMAT, value: {{ $root.Values.log.format }}}
- {name: {{ $prefix }}_TLS_CA, value: /etc/gitstrata/tls/ca.crt}
- {name: {{ $prefix }}_TLS_CERT, value: /etc/gitstrata/tls/tls.crt}
- {name: {{ $prefix }}_TLS_KEY, value: /etc/gitstrata/tls/tls.key}
{{- with $root.Values.otlp.endpoint }}
- {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }}}
{{- end }}
{{- end -}}

{{/* The bus, and the service's own user on it. */}}
{{- define "gitstrata.natsEnv" -}}
{{- $root := index . 0 -}}{{- $prefix := upper (index . 1) -}}
- {name: {{ $prefix }}_NATS_URL, value: {{ include "gitstrata.natsUrl" $root | quote }}}
- {name: {{ $prefix }}_NATS_USER, value: {{ index . 1 }}}
{{ include "gitstrata.fromSecret" (list (printf "%s_NATS_PASSWORD" $prefix) (include "gitstrata.natsSecret" $root) (index . 1)) }}
{{- if include "gitstrata.natsAuthority" $root }}
- {name: {{ $prefix }}_NATS_TLS_CA, value: /etc/gitstrata/nats-ca/{{ $root.Values.nats.external.caKey }}}
{{- end }}
{{- if ne (index . 1) "analyzer" }}
- {name: {{ $prefix }}_NATS_REPLICAS, value: {{ include "gitstrata.natsReplicas" $root | quote }}}
{{- end }}
{{- end -}}

{{/* The Secret with the authority of a NATS outside of the chart, where it is not the services' own. */}}
{{- define "gitstrata.natsAuthority" -}}
{{- if not .Values.nats.enabled }}{{ .Values.nats.external.caSecret }}{{ end -}}
{{- end -}}

{{- define "gitstrata.s3Env" -}}
{{- $s3 := (index . 0).Values.s3 -}}{{- $prefix := upper (index . 1) -}}
{{- if $s3.bucket }}
- {name: {{ $prefix }}_S3_BUCKET, value: {{ $s3.bucket | quote }}}
- {name: {{ $prefix }}_S3_PREFIX, value: {{ $s3.prefix | quote }}}
- {name: {{ $prefix }}_S3_REGION, value: {{ $s3.region | quote }}}
- {name: {{ $prefix }}_S3_ENDPOINT_URL, value: {{ $s3.endpointUrl | quote }}}
{{- with $s3.existingSecret }}
{{ include "gitstrata.fromSecret" (list "AWS_ACCESS_KEY_ID" . "access-key-id") }}
{{ include "gitstrata.fromSecret" (list "AWS_SECRET_ACCESS_KEY" . "secret-access-key") }}
{{- end }}
{{- end }}
{{- end -}}
