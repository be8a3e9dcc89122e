/** What the benchmarks of the sinks write. */
package dev.vidiexport.sinks.batches;
