#!/usr/bin/env bash
# Bookings a second through the gateway, beside what pgbench reaches with the same statements on the same durable server, in one
# run; afterwards every mail must have come and nobody be booked twice.
#   benchmarks/bookings/run.sh [seconds per round] [clients] [rounds]    (20 32 3; shorter rounds measure the compilers)
# Needs a built suite (mvn package) and pgbench 15 or later with psql (Debian: postgresql). It starts a whole suite of its own on
# free ports, which is stopped and deleted at the end.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-20}
clients=${2:-32}
rounds=${3:-3}

for part in auth-service appointment-service assistant-service notification-service gateway; do
  [ -f "$part/target/quarkus-app/quarkus-run.jar" ] || { echo "No built $part: run mvn package first." >&2; exit 1; }
done
[ -d local-stack/target/classes ] || { echo "No built local-stack: run mvn package first." >&2; exit 1; }
for tool in pgbench psql; do
  command -v "$tool" >/dev/null || { echo "No $tool (Debian: apt-get install postgresql)." >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -B -q -pl local-stack exec:exec -Dexec.executable=echo -Dexec.args=%classpath -Dexec.outputFile="$work/class-path"
mkdir "$work/classes"
stack=$(cat "$work/class-path")
client=$(find gateway/target/quarkus-app/lib/main -name 'io.netty.*.jar' -o -name 'io.vertx.vertx-core-*.jar' | tr '\n' ':')
javac -Xlint:none -proc:none -d "$work/classes" -cp "$stack:$client" benchmarks/bookings/*.java

# Whatever ends this script ends the suite, which stops its parts itself.
java -Xmx768m -XX:+UseSerialGC -cp "$work/classes:$stack:$client" BookingsBenchmark "$work" "$seconds" "$clients" "$rounds" &
benchmark=$!
trap 'kill "$benchmark" 2>/dev/null || true; wait "$benchmark" || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
wait "$benchmark"
