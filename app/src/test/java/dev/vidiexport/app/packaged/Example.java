package dev.vidiexport.app.packaged;

import java.util.ArrayList;
import java.util.List;

/** The request of the specification's worked example, as a command line. */
final class Example {
  private static final List<String> REQUEST =
      List.of(
          "--data-type",
          "viewers",
          "--time-resolution",
          "1h",
          "--locations",
          "1056",
          "--start",
          "2016-04-29T10:00:00",
          "--end",
          "2016-04-29T11:00:00");

  private Example() {}

  /** {@code export} with the request, short waits, and more arguments. */
  static String[] export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--poll-interval", "10ms"));
    arguments.addAll(REQUEST);
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
