#!/bin/sh
# Turns an unpacked WildFly into Koppel's server: adds the JDBC driver and writes standalone/configuration/koppel.xml.
# Usage: sh install.sh WILDFLY_HOME POSTGRESQL_DRIVER.jar
set -eu
cli=$(cd "$(dirname "$0")" && pwd)
home=$1
driver=$2
concerns="datasource messaging mail web security subsystems observability logging"

mkdir -p "$home/modules/org/postgresql/main"
cp "$driver" "$home/modules/org/postgresql/main/postgresql.jar"
cp "$cli/module-postgresql.xml" "$home/modules/org/postgresql/main/module.xml"
cp "$home/standalone/configuration/standalone-full.xml" "$home/standalone/configuration/koppel.xml"
# what is logged before the logging subsystem is up: to the console as well, without colours
sed -i -e 's/^logger.handlers=.*/logger.handlers=CONSOLE/' -e 's/^handler.CONSOLE.formatter=.*/handler.CONSOLE.formatter=PATTERN/' \
    "$home/standalone/configuration/logging.properties"

script=$(mktemp)
trap 'rm -f "$script" "$script.log"' EXIT
{
    echo 'embed-server --server-config=koppel.xml --std-out=discard'
    for concern in $concerns; do cat "$cli/$concern-install.cli"; done
    echo 'stop-embedded-server'
} > "$script"
# resolved while the script runs, and never stored: the configuration keeps the expression
export KOPPEL_HTTPS_KEYSTORE_PASSWORD="${KOPPEL_HTTPS_KEYSTORE_PASSWORD:-only-while-installing}"
export KOPPEL_HTTPS_KEYSTORE_REQUIRED=false
if ! sh "$home/bin/jboss-cli.sh" --file="$script" > "$script.log" 2>&1; then
    grep -v reload-required "$script.log" | tail -n 12 >&2
    echo "install.sh: WildFly refused the configuration, see above" >&2
    rm -f "$home/standalone/configuration/koppel.xml"
    exit 1
fi
