# Each service's role and database, with the passwords of the Secret. Can be run again and again.
set -eu
# The server that initialises a new volume listens on no address: this waits for the one that stays.
until pg_isready -q -h 127.0.0.1; do sleep 0.5; done
psql -X -q -v ON_ERROR_STOP=1 -U postgres -d postgres <<'SQL'
-- passwords come from the environment and show up in no list of processes
\getenv postgres POSTGRES_PASSWORD
\getenv auth AUTH_PASSWORD
\getenv jobs JOBS_PASSWORD
ALTER ROLE postgres PASSWORD :'postgres';
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
SELECT format('CREATE ROLE %I LOGIN', name) FROM unnest(ARRAY['auth', 'jobs']) AS name
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE auth PASSWORD :'auth';
ALTER ROLE jobs PASSWORD :'jobs';
SELECT format('CREATE DATABASE %I OWNER %I', name, name) FROM unnest(ARRAY['auth', 'jobs']) AS name
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name) \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE auth, jobs FROM PUBLIC;
SQL
