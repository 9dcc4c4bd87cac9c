#!/bin/sh
# Alertmanager reads no environment: this writes its configuration from the same SMTP settings that the suite's own mails use.
set -eu

# In YAML's single quotes only the quote itself means something.
text() {
  printf "'%s'" "$(printf '%s' "$1" | sed "s/'/''/g")"
}

# To a mail server outside nothing is sent in clear text; "none" is for the mailbox beside it.
require_tls=true
if [ "$SMTP_TLS" = none ]; then require_tls=false; fi

cat <<END
global:
  smtp_smarthost: $(text "$SMTP_HOST:$SMTP_PORT")
  smtp_from: $(text "$MAIL_FROM")
  smtp_auth_username: $(text "$SMTP_USER")
  smtp_auth_password: $(text "$SMTP_PASSWORD")
  smtp_require_tls: $require_tls
route:
  receiver: operations
  group_by: [alertname]
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 12h
receivers:
  - name: operations
    email_configs:
      - to: $(text "$ALERT_MAIL_TO")
        send_resolved: true
inhibit_rules:
  # A part that is down explains whatever else is said of it.
  - source_matchers: [alertname = PartDown]
    target_matchers: [alertname != PartDown]
    equal: [part]
END
