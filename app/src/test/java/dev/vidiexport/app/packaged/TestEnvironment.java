package dev.vidiexport.app.packaged;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What surrounds every run of the packaged program: the place of the tests, with their locale and
 * time zone, a folder for its state that is never that of whoever runs the tests, credentials that
 * are nowhere by chance, and a trap for what is not encrypted.
 */
public final class TestEnvironment {
  /** What the JVM of the tests was told of locale and time zone. */
  private static final List<String> PLACE =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(option -> option.startsWith("-Duser."))
          .toList();

  private TestEnvironment() {}

  /** What a virtual machine is told of them. */
  public static List<String> jvmOptions() {
    List<String> options = new ArrayList<>(PLACE);
    options.addAll(PlainHttpTrap.jvmOptions());
    return options;
  }

  /** Leaves PATH, HOME, LANG and LC_ALL alone of the variables of the tests, and adds the state. */
  public static void set(Map<String, String> variables, Path state) {
    variables.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL"));
    variables.put("XDG_STATE_HOME", state.toString());
  }

  /**
   * The variables that point the program at a service, with the user and the token of the tests.
   */
  public static Map<String, String> askingAt(String baseUrl) {
    return Map.of(
        "VIDICENTER_BASE_URL",
        baseUrl,
        "VIDICENTER_USERNAME",
        Canary.USERNAME,
        "VIDICENTER_TOKEN",
        Canary.TOKEN);
  }
}
