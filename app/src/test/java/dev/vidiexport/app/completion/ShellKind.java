package dev.vidiexport.app.completion;

import dev.vidiexport.domain.testing.MachineRequirements;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The shells that are completed for. */
enum ShellKind {
  BASH("bash"),
  ZSH("zsh"),
  /** With the script in its settings, instead of in a folder of completions. */
  SOURCING_ZSH("zsh"),
  FISH("fish");

  private final String program;

  ShellKind(String program) {
    this.program = program;
  }

  /** Starts it; where the machine has none, the test is skipped or fails. */
  Shell start(ShellPlace place) {
    MachineRequirements.must("start " + program, program, "-c", "exit");
    MachineRequirements.must(
        "use a terminal", "script", "-q", "-E", "never", "-c", "true", "/dev/null");
    return switch (this) {
      case BASH -> TerminalShell.bash(place);
      case ZSH -> TerminalShell.zsh(place);
      case SOURCING_ZSH -> TerminalShell.sourcingZsh(place);
      case FISH -> new FishShell(place);
    };
  }

  /**
   * What a shell offers for the last word of a line, or for what follows its last comma or equals
   * sign; without the sign that a shell puts behind what goes on.
   */
  static Set<String> offered(Shell shell, String line) {
    String typed = new TypedLine(line).lastWord();
    String option = typed.replaceAll("^(--[a-z-]+=)?.*", "$1");
    String value = typed.substring(option.length());
    String before = value.replaceAll("[^,=]*$", "");
    List<String> offers = shell.offers(line);
    Set<String> offered = new TreeSet<>();
    for (String offer : offers) {
      String bare = without(before, without(option, offer));
      // Some shells offer options where there is nothing else.
      if (!bare.isEmpty() && !(typed.isEmpty() && bare.startsWith("-"))) {
        offered.add(bare.replaceAll("[,=/]$", ""));
      }
    }
    // A line that cannot go on stays as it is.
    if (offered.equals(Set.of(value.substring(before.length())))) {
      offered.clear();
    }
    return offered;
  }

  private static String without(String beginning, String offer) {
    return offer.startsWith(beginning) ? offer.substring(beginning.length()) : offer;
  }
}
