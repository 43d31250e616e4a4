#!/bin/sh
# Run by the PostgreSQL image at its first start: a database for each service, and a role that can open no other.
set -eu
for service in ingest feed notify; do
    psql -v ON_ERROR_STOP=1 -v service="$service" -v password="$(cat "/run/commitcast/$service")" \
        --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role :"service" login password :'password';
create database :"service" owner :"service";
revoke all on database :"service" from public;
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -c 'revoke all on database postgres from public'
