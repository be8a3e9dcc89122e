/**
 * The format {@code sqlite}: a table of a SQLite file, written by the driver of the ledger, in one
 * transaction.
 */
package dev.vidiexport.sinks.sqlite;
