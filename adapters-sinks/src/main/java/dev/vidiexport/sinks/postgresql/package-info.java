/**
 * Tables of PostgreSQL: where the server is and who asks, the table, and rows as COPY reads them.
 */
package dev.vidiexport.sinks.postgresql;
