/** Reads JSON back. */
package dev.vidiexport.reading.json;
