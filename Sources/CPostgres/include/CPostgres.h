#ifndef CPOSTGRES_H
#define CPOSTGRES_H

#include <stdbool.h>

/// PostgreSQL's client library, opened when it is first needed: linked, it would cost every start of
/// the tool some milliseconds, and the tool would not start at all where it is not installed.
///
/// The functions below are those of libpq with the same name, whose declarations we repeat, so that
/// its headers need not be there either. They may be called after `postgres_load` returned true.

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

/// Opens the library, once. False where it, or a function of it, is not there.
bool postgres_load(void);

PGconn *postgres_connect(const char *const *keywords, const char *const *values);
bool postgres_is_connected(const PGconn *connection);
const char *postgres_message(const PGconn *connection);
void postgres_finish(PGconn *connection);

/// Statements that are sent as they are; several may stand in one.
PGresult *postgres_execute(PGconn *connection, const char *sql);
/// Lets the server read a statement once; the types of its values follow from the statement.
PGresult *postgres_prepare(PGconn *connection, const char *name, const char *sql);
/// Runs a prepared statement. All values and all results are in PostgreSQL's binary form.
PGresult *postgres_run(PGconn *connection, const char *name, int count, const char *const *values,
                       const int *lengths);

/// Whether a result is one: rows, or a statement that was carried out.
bool postgres_succeeded(const PGresult *result);
/// The five characters of SQLSTATE; null where the fault is not the server's.
const char *postgres_state(const PGresult *result);
int postgres_rows(const PGresult *result);
int postgres_columns(const PGresult *result);
unsigned postgres_type(const PGresult *result, int column);
bool postgres_is_null(const PGresult *result, int row, int column);
int postgres_length(const PGresult *result, int row, int column);
const char *postgres_value(const PGresult *result, int row, int column);
/// How many rows a statement touched, as digits.
const char *postgres_touched(PGresult *result);
void postgres_clear(PGresult *result);

#endif
