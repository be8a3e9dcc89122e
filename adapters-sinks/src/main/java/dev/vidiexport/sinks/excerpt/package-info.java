/**
 * Reads back the beginning of files that the built-in formats wrote, by other means than wrote
 * them; for showing them to people.
 */
package dev.vidiexport.sinks.excerpt;
