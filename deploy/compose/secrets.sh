#!/bin/sh
# Writes what nobody should have to invent, once, into volumes of their own: each service sees its own secrets only.
# Values given in the environment win. What is there already stays: the key under which secrets are sealed in the
# databases must never change by accident. Nothing is printed.
set -eu
umask 077

random() { # bytes
    head -c "$1" /dev/urandom | base64 | tr -d '\n'
}

# For what people paste into a header or an address.
random_word() { # bytes
    random "$1" | tr '+/' '-_'
}

# The same value at every start: kept in a file of its own.
remembered() { # name, value given or "", how to make one, of how many bytes
    file="/secrets/all/$1"
    if [ -n "$2" ]; then
        printf '%s' "$2" > "$file"
    elif [ ! -s "$file" ]; then
        "$3" "$4" > "$file.new"
        mv "$file.new" "$file"
    fi
    cat "$file"
}

token=$(remembered admin-token "${COMMITCAST_ADMIN_TOKEN:-}" random_word 24)
key=$(remembered secrets-key "${COMMITCAST_SECRETS_KEY:-}" random 32)

for service in ingest feed notify; do
    password=$(remembered "$service-password" "" random_word 24)
    folder="/secrets/$service"
    {
        printf 'COMMITCAST_ADMIN_TOKEN=%s\n' "$token"
        printf 'COMMITCAST_SECRETS_KEY=%s\n' "$key"
        printf 'COMMITCAST_DATABASE_PASSWORD=%s\n' "$password"
    } > "$folder/service.properties.new"
    mv "$folder/service.properties.new" "$folder/service.properties"
    printf '%s' "$token" > "$folder/admin-token"
    printf '%s' "$password" > "/secrets/database/$service"
    chown -R 65532:65532 "$folder"
    chmod 0500 "$folder"
done

remembered superuser-password "" random_word 24 > /secrets/database/superuser
chown -R postgres:postgres /secrets/database
chmod 0500 /secrets/database
