package dev.vidiexport.app.simulation;

import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.sinks.json.JsonSinkProvider;
import dev.vidiexport.spi.SinkProvider;

/** The formats that a simulation writes and reads back. */
enum Format {
  CSV("csv", new CsvSinkProvider()),
  CSV_GZIPPED("csv.gz", new CsvSinkProvider()),
  JSON_LINES("jsonl", new JsonLinesSinkProvider()),
  JSON("json", new JsonSinkProvider());

  private final String extension;
  private final SinkProvider provider;

  Format(String extension, SinkProvider provider) {
    this.extension = extension;
    this.provider = provider;
  }

  String extension() {
    return extension;
  }

  SinkProvider provider() {
    return provider;
  }
}
