/** CSV: a header, then a line a row. */
package dev.vidiexport.sinks.csv;
