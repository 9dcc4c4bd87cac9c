#!/usr/bin/env bash
# CPU time per proxied, authenticated, limited request: the gateway beside HAProxy doing the same, in one run.
#   benchmarks/gateway/run.sh [seconds per round] [rounds]
# Needs a built gateway (mvn package) and, for the comparison, HAProxy 2.6 or later; wrk is used where it is installed,
# else the load comes from Bench.java. Everything listens on loopback and is stopped at the end.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-10}
rounds=${2:-3}
connections=${CONNECTIONS:-32}
java_options=${GATEWAY_JAVA_OPTIONS:--XX:+UseSerialGC -Xms128m -Xmx128m}
threads=$(nproc)

app=gateway/target/quarkus-app
[ -f "$app/quarkus-run.jar" ] || { echo "No built gateway: run mvn -pl gateway -am package first." >&2; exit 1; }
redis_jar=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/com/github/codemonstur/embedded-redis" -name 'embedded-redis-*.jar' 2>/dev/null | head -n 1)
[ -n "$redis_jar" ] || { echo "No embedded Redis in the local Maven repository: run mvn -pl platform/testing -am package first." >&2; exit 1; }
class_path="$app/lib/main/*:$app/lib/boot/*:$redis_jar"

work=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# A list rather than a function: in the background a function would be a shell around the program, and only the shell would be ended.
bench=(java -cp "$class_path" benchmarks/gateway/Bench.java)
port() { cat "$work/$1.port"; }
wait_for() { for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done; echo "Did not start: $1 $2" >&2; exit 1; }

# The world around: a service that answers at once (and is auth-service's key set), Redis, a token, three free ports.
"${bench[@]}" world "$work" >"$work/world.log" 2>&1 & pids+=($!)
wait_for test -f "$work/ready"
token=$(cat "$work/token")
service="http://127.0.0.1:$(port service)"

env HTTP_HOST=127.0.0.1 HTTP_PORT="$(port gateway)" MANAGEMENT_PORT="$(port management)" REDIS_URL="redis://127.0.0.1:$(port redis)" \
  AUTH_SERVICE_URL="$service" APPOINTMENT_SERVICE_URL="$service" ASSISTANT_SERVICE_URL="$service" NOTIFICATION_SERVICE_URL="$service" \
  RATE_LIMIT_PER_MINUTE=900000 LOG_LEVEL=WARN \
  java $java_options -jar "$app/quarkus-run.jar" >"$work/gateway.log" 2>&1 & gateway=$!
pids+=("$gateway")
wait_for curl -fs -o /dev/null "http://127.0.0.1:$(port gateway)/status"

haproxy=
if command -v haproxy >/dev/null; then
  sed -e "s|@PORT@|$(port haproxy)|; s|@SERVICE@|127.0.0.1:$(port service)|; s|@KEY@|$work/public.pem|; s|@THREADS@|$threads|" \
    benchmarks/gateway/haproxy.cfg >"$work/haproxy.cfg"
  haproxy -f "$work/haproxy.cfg" -db >"$work/haproxy.log" 2>&1 & haproxy=$!
  pids+=("$haproxy")
else
  echo "HAProxy is not installed (Debian: apt-get install haproxy): the gateway is measured alone."
fi

target=/api/appointments
load() { # port seconds -> requests answered 200
  if command -v wrk >/dev/null; then
    wrk -t1 -c"$connections" -d"$2s" -H "Authorization: Bearer $token" "http://127.0.0.1:$1$target" >"$work/wrk.out"
    if grep -q 'Non-2xx' "$work/wrk.out"; then echo "Some requests were refused:" >&2; cat "$work/wrk.out" >&2; exit 1; fi
    awk '/requests in/ {print $1}' "$work/wrk.out"
  else
    "${bench[@]}" load "$1" "$target" "$token" "$connections" "$2"
  fi
}
ticks() { awk '{ sub(/^.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }
hertz=$(getconf CLK_TCK)
measure() { # name pid port
  local before after requests micros
  before=$(ticks "$2"); requests=$(load "$3" "$seconds"); after=$(ticks "$2")
  micros=$(awk -v t=$((after - before)) -v hz="$hertz" -v n="$requests" 'BEGIN { printf "%.1f", t / hz * 1e6 / n }')
  printf '%-8s %9d requests  %6.1f µs CPU each  %7d requests a second\n' "$1" "$requests" "$micros" $((requests / seconds))
  echo "$micros" >>"$work/$1.micros"
}
answers() { # port status [header]: whether that is the answer
  [ "$(curl -s -o /dev/null -w '%{http_code}' ${3:+-H "$3"} "http://127.0.0.1:$1$target")" = "$2" ]
}
# What is compared does check: the token is let through, and nobody without one.
for p in $(port gateway) ${haproxy:+$(port haproxy)}; do
  wait_for answers "$p" 200 "Authorization: Bearer $token"
  answers "$p" 401 || { echo "Port $p lets anonymous requests pass" >&2; exit 1; }
done

echo "Warming up (the Java virtual machine compiles what is used much)"
load "$(port gateway)" $((seconds * 2)) >/dev/null
[ -z "$haproxy" ] || load "$(port haproxy)" 3 >/dev/null
for _ in $(seq "$rounds"); do
  measure gateway "$gateway" "$(port gateway)"
  [ -z "$haproxy" ] || measure haproxy "$haproxy" "$(port haproxy)"
done
median() { sort -n "$work/$1.micros" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
if [ -n "$haproxy" ]; then
  awk -v g="$(median gateway)" -v h="$(median haproxy)" 'BEGIN { printf "Median: gateway %.1f µs, HAProxy %.1f µs, ratio %.2f\n", g, h, g / h }'
else
  echo "Median: gateway $(median gateway) µs"
fi
