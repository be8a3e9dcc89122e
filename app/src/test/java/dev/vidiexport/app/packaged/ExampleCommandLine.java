package dev.vidiexport.app.packaged;

import java.util.ArrayList;
import java.util.List;

/** The request of the specification's worked example, as a command line. */
public final class ExampleCommandLine {
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

  private ExampleCommandLine() {}

  /** {@code export} with the request, more arguments, and short waits unless they name others. */
  public static String[] export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export"));
    arguments.addAll(REQUEST);
    arguments.addAll(List.of(more));
    if (!arguments.contains("--max-poll-interval")) {
      arguments.addAll(List.of("--poll-interval", "10ms", "--max-poll-interval", "20ms"));
    }
    return arguments.toArray(String[]::new);
  }
}
