/** A PostgreSQL server for tests, and its own client, which reads what was written. */
package dev.vidiexport.sinks.server;
