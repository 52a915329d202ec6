#!/bin/sh
# Takes one concern, or several, out of a configured server again.
# Usage: sh remove.sh WILDFLY_HOME CONCERN...   (last installed first: logging observability subsystems security web mail messaging datasource)
set -eu
cli=$(cd "$(dirname "$0")" && pwd)
home=$1
shift

script=$(mktemp)
trap 'rm -f "$script"' EXIT
{
    echo 'embed-server --server-config=koppel.xml --std-out=discard'
    for concern in "$@"; do cat "$cli/$concern-remove.cli"; done
    echo 'stop-embedded-server'
} > "$script"
export KOPPEL_HTTPS_KEYSTORE_PASSWORD="${KOPPEL_HTTPS_KEYSTORE_PASSWORD:-only-while-changing}"
export KOPPEL_HTTPS_KEYSTORE_REQUIRED=false
sh "$home/bin/jboss-cli.sh" --file="$script"
