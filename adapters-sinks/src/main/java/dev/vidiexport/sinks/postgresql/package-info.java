/**
 * Tables of PostgreSQL: where the server is and who asks, the table, and rows as COPY reads them;
 * and histories, whose slices are replaced as a whole.
 */
package dev.vidiexport.sinks.postgresql;
