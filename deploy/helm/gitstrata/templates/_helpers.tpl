{{/* Names, labels and addresses that several templates need. */}}

{{/* The name of an object: (list $ "auth"). */}}
{{- define "gitstrata.name" -}}
{{- $root := index . 0 -}}
{{- printf "%s-%s" ($root.Values.fullnameOverride | default $root.Release.Name | trunc 40 | trimSuffix "-") (index . 1) -}}
{{- end -}}

{{/* Its name in the cluster's DNS. */}}
{{- define "gitstrata.host" -}}
{{- $root := index . 0 -}}
{{- printf "%s.%s.svc.%s" (include "gitstrata.name" .) $root.Release.Namespace $root.Values.clusterDomain -}}
{{- end -}}

{{/* What selects the pods of a component: it never changes. */}}
{{- define "gitstrata.selector" -}}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/name: {{ index . 1 }}
{{- end -}}

{{/* Of pods: without versions, so that a new chart restarts only what it changes. */}}
{{- define "gitstrata.podLabels" -}}
{{ include "gitstrata.selector" . }}
app.kubernetes.io/part-of: gitstrata
{{- end -}}

{{- define "gitstrata.labels" -}}
{{- $root := index . 0 -}}
{{ include "gitstrata.podLabels" . }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version }}
{{- end -}}

{{/* The image of one of our services. */}}
{{- define "gitstrata.image" -}}
{{- $root := index . 0 -}}{{- $own := (index $root.Values (index . 1)).image -}}
{{- $shared := $root.Values.image -}}
{{- $repository := $own.repository | default (printf "%s/gitstrata-%s" (trimSuffix "/" $shared.registry) (index . 1) | trimPrefix "/") -}}
{{- if $own.digest -}}
{{- printf "%s@%s" $repository $own.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository ($own.tag | default $shared.tag | default $root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "gitstrata.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Pods and containers as the standard `restricted` wants them: (list uid) */}}
{{- define "gitstrata.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ int . }}
runAsGroup: {{ int . }}
fsGroup: {{ int . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "gitstrata.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Where pods may run: the values of a component. */}}
{{- define "gitstrata.placement" -}}
{{- with .nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{/* Pods of a component on several nodes and in several zones where there are such. */}}
{{- define "gitstrata.spread" -}}
{{- $selector := include "gitstrata.selector" . -}}
topologySpreadConstraints:
{{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- $selector | nindent 8 }}
{{- end }}
{{- end -}}

{{/* An environment variable from a Secret: (list NAME secret key). */}}
{{- define "gitstrata.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom: {secretKeyRef: {name: {{ index . 1 }}, key: {{ index . 2 }}}}
{{- end -}}

{{/* Round robin over all pods: the name of a headless Service. */}}
{{- define "gitstrata.target" -}}
dns:///{{ include "gitstrata.host" . }}:{{ eq (index . 1) "auth" | ternary 9001 9002 }}
{{- end -}}

{{- define "gitstrata.natsUrl" -}}
{{- if .Values.nats.enabled -}}
tls://{{ include "gitstrata.host" (list . "nats") }}:4222
{{- else -}}
{{ .Values.nats.external.url }}
{{- end -}}
{{- end -}}

{{/* On how many servers a message is kept: more than three is no safer. */}}
{{- define "gitstrata.natsReplicas" -}}
{{- min 3 (.Values.nats.enabled | ternary .Values.nats.replicas .Values.nats.external.replicas) -}}
{{- end -}}

{{- define "gitstrata.natsMonitor" -}}
{{- if .Values.nats.enabled -}}
{{/* The headless name: KEDA puts the name of the consumer's leader before it. */}}
{{- include "gitstrata.host" (list . "nats-headless") -}}:8222
{{- else -}}
{{ .Values.nats.external.monitoringEndpoint }}
{{- end -}}
{{- end -}}
