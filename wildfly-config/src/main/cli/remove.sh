#!/bin/sh
# Takes one concern, or several, out of a configured server again; after all eight, last installed first, it is as WildFly ships it.
# Usage: sh remove.sh WILDFLY_HOME CONCERN...   (last installed first: logging observability subsystems security web mail messaging datasource)
set -eu
cli=$(cd "$(dirname "$0")" && pwd)
home=$1
shift

script=$(mktemp)
trap 'rm -f "$script" "$script.log"' EXIT
{
    echo 'embed-server --server-config=koppel.xml --std-out=discard'
    for concern in "$@"; do cat "$cli/$concern-remove.cli"; done
    echo 'stop-embedded-server'
} > "$script"
export KOPPEL_HTTPS_KEYSTORE_PASSWORD="${KOPPEL_HTTPS_KEYSTORE_PASSWORD:-only-while-changing}"
export KOPPEL_HTTPS_KEYSTORE_REQUIRED=false
if ! sh "$home/bin/jboss-cli.sh" --file="$script" > "$script.log" 2>&1; then
    grep -v reload-required "$script.log" | tail -n 12 >&2
    echo "remove.sh: WildFly refused a change, see above" >&2
    exit 1
fi
for concern in "$@"; do
    if [ "$concern" = logging ]; then
        # what install.sh did to the log before the logging subsystem is up
        sed -i -e 's/^logger.handlers=.*/logger.handlers=CONSOLE,FILE/' -e 's/^handler.CONSOLE.formatter=.*/handler.CONSOLE.formatter=COLOR-PATTERN/' \
            "$home/standalone/configuration/logging.properties"
    fi
done
