/** What the formats share that write tables of a database. */
@NullMarked
package dev.vidiexport.sinks.database;

import org.jspecify.annotations.NullMarked;
