{{/* Passwords are in the server's environment: its configuration reads them from there and so is no secret itself. */}}
{{- define "gitstrata.natsConfiguration" -}}
{{- $permissions := .Files.Get "files/nats-permissions.json" | fromJson -}}
server_name: $SERVER_NAME
port: 4222
http_port: 8222
pid_file: /var/run/nats/nats.pid
max_payload: 8MB
lame_duck_grace_period: 5s
lame_duck_duration: 30s
jetstream {
  store_dir: /data/jetstream
  max_memory_store: 256MB
  max_file_store: {{ .Values.nats.storage.maxFileStore }}
  # what was acknowledged is on the disk
  sync_interval: always
}
tls {
  ca_file: /etc/gitstrata/tls/ca.crt
  cert_file: /etc/gitstrata/tls/tls.crt
  key_file: /etc/gitstrata/tls/tls.key
  timeout: 5
}
{{- if gt (int .Values.nats.replicas) 1 }}
cluster {
  name: {{ include "gitstrata.name" (list . "nats") }}
  port: 6222
  # addresses of pods are in no certificate: clients come back through the Service
  no_advertise: true
  routes: [
    {{- range until (int .Values.nats.replicas) }}
    tls://{{ include "gitstrata.name" (list $ "nats") }}-{{ . }}.{{ include "gitstrata.host" (list $ "nats-headless") }}:6222
    {{- end }}
  ]
  tls {
    ca_file: /etc/gitstrata/tls/ca.crt
    cert_file: /etc/gitstrata/tls/tls.crt
    key_file: /etc/gitstrata/tls/tls.key
    # a service's certificate opens no route
    verify_cert_and_check_known_urls: true
    timeout: 5
  }
}
{{- end }}
# Each service reaches its own subjects, and replies to it in an inbox of its own; `admin` is for operators.
authorization {
  users: [
    {user: admin, password: $ADMIN_PASSWORD}
    {{- range $user, $may := $permissions }}
    {user: {{ $user }}, password: ${{ upper $user }}_PASSWORD, permissions: {{ dict
      "publish" (dict "allow" $may.publish)
      "subscribe" (dict "allow" (append $may.subscribe (printf "_INBOX_%s.>" $user))) | toRawJson }}}
    {{- end }}
  ]
}
{{- end -}}
