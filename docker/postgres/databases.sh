#!/bin/sh
# A database and a role of its own for each service that has one; run once, when the volume is empty.
set -eu
for service in request approval provisioning audit; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -v name="ephor_$service" -v password="$EPHOR_DATABASE_PASSWORD" <<'EOF'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
EOF
done
