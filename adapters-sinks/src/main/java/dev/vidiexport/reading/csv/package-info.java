/** Reads CSV back. */
package dev.vidiexport.reading.csv;
