/**
 * What a run leaves for those who watch it: figures, their names, and the file that a collector
 * reads.
 */
@org.jspecify.annotations.NullMarked
package dev.vidiexport.app.metrics;
