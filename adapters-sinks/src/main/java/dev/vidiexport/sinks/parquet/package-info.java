/** Parquet: one file, compressed, with a footer that tells where the rows came from. */
package dev.vidiexport.sinks.parquet;
