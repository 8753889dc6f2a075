{{/* How auth and jobs reach their databases, and when there is something in them. All take (list $ "auth"). */}}

{{- define "gitstrata.databaseEnv" -}}
{{- $root := index . 0 -}}{{- $name := index . 1 -}}{{- $prefix := upper $name -}}
{{- $external := (index $root.Values $name).database -}}
{{- if $root.Values.postgres.enabled -}}
{{ include "gitstrata.fromSecret" (list "DATABASE_PASSWORD" (include "gitstrata.postgresSecret" $root) $name) }}
- name: {{ $prefix }}_DATABASE_URL
  value: postgresql+asyncpg://{{ $name }}:$(DATABASE_PASSWORD)@{{ include "gitstrata.host" (list $root "postgres") }}:5432/{{ $name }}
- {name: {{ $prefix }}_DATABASE_TLS_CA, value: /etc/gitstrata/tls/ca.crt}
{{- else -}}
{{ include "gitstrata.fromSecret" (list (printf "%s_DATABASE_URL" $prefix) $external.existingSecret $external.urlKey) }}
{{- if $external.caSecret }}
- {name: {{ $prefix }}_DATABASE_TLS_CA, value: /etc/gitstrata/database-ca/{{ $external.caKey }}}
{{- end }}
{{- end }}
{{- end -}}

{{- define "gitstrata.databaseMounts" -}}
{{- if and (not (index . 0).Values.postgres.enabled) (index (index . 0).Values (index . 1)).database.caSecret }}
- {name: database-ca, mountPath: /etc/gitstrata/database-ca, readOnly: true}
{{- end }}
{{- end -}}

{{- define "gitstrata.databaseVolumes" -}}
{{- with (index (index . 0).Values (index . 1)).database.caSecret }}
- name: database-ca
  secret: {secretName: {{ . }}, defaultMode: 0440}
{{- end }}
{{- end -}}

{{/*
With Postgres in the chart everything starts at once: the service waits until its tables are there. It does not make
them: after a rollback an older program must start beside tables that are newer than it.
*/}}
{{- define "gitstrata.waitForDatabase" -}}
{{- $root := index . 0 -}}
{{- if $root.Values.postgres.enabled -}}
- name: wait
  image: {{ include "gitstrata.image" . }}
  imagePullPolicy: {{ $root.Values.image.pullPolicy }}
  command: [python, -c]
  args:
    - {{ $root.Files.Get "files/wait.py" | quote }}
    - {{ upper (index . 1) }}
  securityContext: {{- include "gitstrata.containerSecurity" $root | nindent 4 }}
  env: {{- include "gitstrata.databaseEnv" . | nindent 4 }}
  resources:
    requests: {cpu: 10m, memory: 64Mi, ephemeral-storage: 16Mi}
    limits: {memory: 128Mi, ephemeral-storage: 64Mi}
  volumeMounts:
    - {name: tls, mountPath: /etc/gitstrata/tls, readOnly: true}
{{- end }}
{{- end -}}

{{/* The spec of a Job that migrates: (list $ "auth" serviceAccount). */}}
{{- define "gitstrata.migration" -}}
{{- $root := index . 0 -}}{{- $name := index . 1 -}}{{- $id := list $root $name -}}
backoffLimit: 10
activeDeadlineSeconds: 1800
ttlSecondsAfterFinished: 86400
template:
  metadata:
    labels: {{- include "gitstrata.podLabels" (list $root "migrate") | nindent 6 }}
  spec:
    restartPolicy: OnFailure
    serviceAccountName: {{ index . 2 }}
    automountServiceAccountToken: false
    enableServiceLinks: false
    {{- include "gitstrata.pullSecrets" $root | nindent 4 }}
    securityContext: {{- include "gitstrata.podSecurity" 10001 | nindent 6 }}
    containers:
      - name: migrate
        image: {{ include "gitstrata.image" $id }}
        imagePullPolicy: {{ $root.Values.image.pullPolicy }}
        command: [python, -m, {{ $name }}.migrate]
        securityContext: {{- include "gitstrata.containerSecurity" $root | nindent 10 }}
        env: {{- include "gitstrata.databaseEnv" $id | nindent 10 }}
        resources:
          requests: {cpu: 50m, memory: 128Mi, ephemeral-storage: 16Mi}
          limits: {memory: 512Mi, ephemeral-storage: 128Mi}
        volumeMounts:
          - {name: tmp, mountPath: /tmp}
          {{- if $root.Values.postgres.enabled }}
          - {name: tls, mountPath: /etc/gitstrata/tls, readOnly: true}
          {{- end }}
          {{- include "gitstrata.databaseMounts" $id | nindent 10 }}
    {{- include "gitstrata.placement" (index $root.Values $name) | nindent 4 }}
    volumes:
      - name: tmp
        emptyDir: {sizeLimit: 64Mi}
      {{- if $root.Values.postgres.enabled }}
      - name: tls
        secret:
          secretName: {{ include "gitstrata.name" (list $root (printf "tls-%s" $name)) }}
          defaultMode: 0440
          items: [{key: ca.crt, path: ca.crt}]
      {{- else }}
      {{- include "gitstrata.databaseVolumes" $id | nindent 6 }}
      {{- end }}
{{- end -}}
