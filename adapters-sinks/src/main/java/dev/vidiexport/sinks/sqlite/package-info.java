/**
 * The format {@code sqlite}: a table of a SQLite file, written by the driver of the ledger, in one
 * transaction; and whole histories in tables of such a file, slice by slice.
 */
package dev.vidiexport.sinks.sqlite;
