/** Reads Parquet back. */
package dev.vidiexport.reading.parquet;
