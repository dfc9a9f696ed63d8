#!/usr/bin/env bash
# Whether the server on a port of this machine (8080 unless told) is ready for players. Needs nothing but bash, since not every
# image has curl.
set -euo pipefail
port=${1:-8080}

exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
