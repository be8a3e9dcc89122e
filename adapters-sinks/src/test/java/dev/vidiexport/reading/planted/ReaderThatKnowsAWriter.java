package dev.vidiexport.reading.planted;

import dev.vidiexport.sinks.csv.CsvSinkProvider;

/** Is public without opening files, and knows what writes them. */
public record ReaderThatKnowsAWriter(CsvSinkProvider provider) {}
