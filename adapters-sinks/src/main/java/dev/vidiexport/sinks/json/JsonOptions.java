package dev.vidiexport.sinks.json;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.SinkOption;

/** The option that both formats take. */
final class JsonOptions {
  static final SinkOption NULLS =
      SinkOption.of(
          "nulls",
          OptionKind.Choice.of("keep", "omit"),
          "keep",
          "omit leaves out the keys of values that are null.");

  private JsonOptions() {}
}
