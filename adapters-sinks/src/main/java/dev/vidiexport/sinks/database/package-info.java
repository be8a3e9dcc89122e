/** What the formats share that write tables of a database; for this module alone. */
package dev.vidiexport.sinks.database;
