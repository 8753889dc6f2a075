{{/*
What is generated once and kept: passwords, keys and certificates. Each is looked up in the cluster first, so that
upgrades change nothing; and within one run it is remembered, so that a checksum is of what is really rendered.
`helm template` has no cluster to look into: whoever deploys that way gives existing Secrets and cert-manager.
*/}}

{{- define "gitstrata.memory" -}}
{{- if not (hasKey .Values "_memory") }}{{- $_ := set .Values "_memory" dict }}{{- end }}
{{- end -}}

{{/* A new secret value by its kind. Passwords are safe in addresses and begin as NATS wants it: with a letter. */}}
{{- define "gitstrata.new" -}}
{{- if eq . "jwt" -}}
{{- dict "k1" (randBytes 32) | toJson -}}
{{- else if eq . "fernet" -}}
{{- randBytes 32 | replace "+" "-" | replace "/" "_" -}}
{{- else -}}
{{- printf "p%s" (randAlphaNum 31) -}}
{{- end -}}
{{- end -}}

{{/* Data of a generated Secret, as JSON: (list $ "nats-users" (dict "auth" "password")). */}}
{{- define "gitstrata.generated" -}}
{{- $root := index . 0 -}}{{- $name := include "gitstrata.name" (list $root (index . 1)) -}}
{{- include "gitstrata.memory" $root -}}
{{- $memory := $root.Values._memory -}}
{{- if not (hasKey $memory $name) -}}
  {{- $found := lookup "v1" "Secret" $root.Release.Namespace $name -}}
  {{- $kept := $found.data | default dict -}}
  {{- $rotated := ne (dig "metadata" "annotations" "gitstrata/rotation" "" $found) $root.Values.secrets.rotation -}}
  {{- $data := dict -}}
  {{- range $key, $kind := index . 2 -}}
    {{- $new := include "gitstrata.new" $kind | b64enc -}}
    {{- $_ := set $data $key (and $rotated (eq $kind "password") | ternary $new (get $kept $key | default $new)) -}}
  {{- end -}}
  {{- $_ := set $memory $name $data -}}
{{- end -}}
{{- get $memory $name | toJson -}}
{{- end -}}

{{- define "gitstrata.authority" -}}
{{- include "gitstrata.memory" . -}}
{{- $memory := .Values._memory -}}
{{- if not (hasKey $memory "authority") -}}
  {{- $kept := (lookup "v1" "Secret" .Release.Namespace (include "gitstrata.name" (list . "ca"))).data | default dict -}}
  {{- if $kept -}}
    {{- $_ := set $memory "authority" (buildCustomCert (index $kept "tls.crt") (index $kept "tls.key")) -}}
  {{- else -}}
    {{- $subject := printf "gitstrata %s %s" .Release.Name (randAlphaNum 8) -}}
    {{- $days := int .Values.tls.generated.validDays -}}
    {{- $_ := set $memory "authority" (genCAWithKey $subject $days (genPrivateKey "ecdsa")) -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/* The names that a certificate holds for. The first is the identity that others check. */}}
{{- define "gitstrata.certificateNames" -}}
{{- $root := index . 0 -}}{{- $name := index . 1 -}}
{{- $names := list $name -}}
{{- if has $name (list "auth" "jobs" "postgres" "nats") -}}
  {{- $short := include "gitstrata.name" . -}}
  {{- $names = concat $names (list $short (printf "%s.%s.svc" $short $root.Release.Namespace) (include "gitstrata.host" .)) -}}
{{- end -}}
{{- if eq $name "nats" -}}
  {{- $names = append $names (printf "*.%s" (include "gitstrata.host" (list $root "nats-headless"))) -}}
{{- end -}}
{{- $names | toJson -}}
{{- end -}}

{{/* Who has a certificate, as JSON. */}}
{{- define "gitstrata.certified" -}}
{{- $names := list "gateway" "auth" "jobs" "analyzer" -}}
{{- if .Values.postgres.enabled }}{{- $names = append $names "postgres" }}{{- end -}}
{{- if .Values.nats.enabled }}{{- $names = append $names "nats" }}{{- end -}}
{{- $names | toJson -}}
{{- end -}}

{{/* Data of a generated certificate's Secret, as JSON. One that is of this authority and for these names is kept. */}}
{{- define "gitstrata.certificate" -}}
{{- $root := index . 0 -}}{{- $key := printf "tls-%s" (index . 1) -}}
{{- include "gitstrata.authority" $root -}}
{{- $memory := $root.Values._memory -}}
{{- if not (hasKey $memory $key) -}}
  {{- $authority := $memory.authority -}}
  {{- $kept := lookup "v1" "Secret" $root.Release.Namespace (include "gitstrata.name" (list $root $key)) -}}
  {{- $names := include "gitstrata.certificateNames" . -}}
  {{- $known := dig "metadata" "annotations" "gitstrata/names" "" $kept -}}
  {{- $rotated := ne (dig "metadata" "annotations" "gitstrata/rotation" "" $kept) $root.Values.tls.generated.rotation -}}
  {{- $data := $kept.data | default dict -}}
  {{- if or (ne (get $data "ca.crt") ($authority.Cert | b64enc)) (ne $known $names) $rotated -}}
    {{- $days := int $root.Values.tls.generated.validDays -}}
    {{- $made := genSignedCertWithKey (index . 1) (list) (fromJsonArray $names) $days $authority (genPrivateKey "ecdsa") -}}
    {{- $data = dict "ca.crt" ($authority.Cert | b64enc) "tls.crt" ($made.Cert | b64enc) "tls.key" ($made.Key | b64enc) -}}
  {{- end -}}
  {{- $_ := set $memory $key (pick $data "ca.crt" "tls.crt" "tls.key") -}}
{{- end -}}
{{- get $memory $key | toJson -}}
{{- end -}}

{{/* Changes when the certificate is made anew, so that pods take it up. */}}
{{- define "gitstrata.certificateChecksum" -}}
{{- if eq (index . 0).Values.tls.mode "generated" }}
checksum/certificate: {{ include "gitstrata.certificate" . | sha256sum }}
{{- end }}
{{- end -}}

{{- define "gitstrata.jwtSecret" -}}
{{- .Values.jwt.existingSecret | default (include "gitstrata.name" (list . "jwt-keys")) -}}
{{- end -}}

{{- define "gitstrata.vaultSecret" -}}
{{- .Values.vault.existingSecret | default (include "gitstrata.name" (list . "vault-keys")) -}}
{{- end -}}

{{- define "gitstrata.jobsVaultSecret" -}}
{{- .Values.jobs.vault.existingSecret | default (include "gitstrata.name" (list . "jobs-vault-keys")) -}}
{{- end -}}

{{- define "gitstrata.natsSecret" -}}
{{- .Values.nats.existingSecret | default (include "gitstrata.name" (list . "nats-users")) -}}
{{- end -}}

{{- define "gitstrata.postgresSecret" -}}
{{- .Values.postgres.existingSecret | default (include "gitstrata.name" (list . "postgres-users")) -}}
{{- end -}}

{{/* Passwords that NATS and Postgres of the chart start with; changed ones restart them and their users. */}}
{{- define "gitstrata.natsUsers" -}}
{{- include "gitstrata.generated" (list . "nats-users" (dict "admin" "password" "auth" "password" "jobs" "password" "analyzer" "password")) -}}
{{- end -}}

{{- define "gitstrata.postgresUsers" -}}
{{- include "gitstrata.generated" (list . "postgres-users" (dict "postgres" "password" "auth" "password" "jobs" "password")) -}}
{{- end -}}

{{/* What people gave as values and must be kept secret, as JSON: empty where Secrets of theirs hold it. */}}
{{- define "gitstrata.providers" -}}
{{- $auth := .Values.auth -}}{{- $data := dict -}}
{{- if and $auth.github.clientSecret (not $auth.github.existingSecret) -}}
  {{- $_ := set $data "github-client-secret" ($auth.github.clientSecret | b64enc) -}}
{{- end -}}
{{- if and $auth.github.app.privateKey (not $auth.github.app.existingSecret) -}}
  {{- $_ := set $data "private-key" ($auth.github.app.privateKey | b64enc) -}}
{{- end -}}
{{- if and $auth.gitea.clientSecret (not $auth.gitea.existingSecret) -}}
  {{- $_ := set $data "gitea-client-secret" ($auth.gitea.clientSecret | b64enc) -}}
{{- end -}}
{{- $data | toJson -}}
{{- end -}}

{{/* Changes when a password of this service does, so that it is started with the new one: (list $ "auth"). */}}
{{- define "gitstrata.passwordChecksums" -}}
{{- $root := index . 0 -}}{{- $name := index . 1 -}}
{{- if and $root.Values.nats.enabled (not $root.Values.nats.existingSecret) }}
checksum/nats-password: {{ get (include "gitstrata.natsUsers" $root | fromJson) $name | sha256sum }}
{{- end }}
{{- if and (ne $name "analyzer") $root.Values.postgres.enabled (not $root.Values.postgres.existingSecret) }}
checksum/database-password: {{ get (include "gitstrata.postgresUsers" $root | fromJson) $name | sha256sum }}
{{- end }}
{{- end -}}
