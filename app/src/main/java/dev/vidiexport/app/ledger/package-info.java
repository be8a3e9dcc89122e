/** The ledger of a history, on SQLite. Nobody but this package knows of SQL. */
package dev.vidiexport.app.ledger;
