package dev.vidiexport.app.packaged;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run in the ledger of its service.
 *
 * @param ledger empty where no server of these tests is asked
 * @param before how many requests had come before the run
 * @param report where the run tells how many calls it made, if it does
 */
record LedgerEntry(Optional<Ledger> ledger, int before, Optional<Path> report) {
  private static final int USAGE = 2;

  /** Of a run that asks no service. */
  static final LedgerEntry NONE = new LedgerEntry(Optional.empty(), 0, Optional.empty());

  /** Notes that a run is about to begin. */
  static LedgerEntry begin(Map<String, String> variables, Path folder, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    String baseUrl =
        valueOf("--base-url", words).orElse(variables.getOrDefault("VIDICENTER_BASE_URL", ""));
    Optional<Ledger> ledger = Ledger.of(baseUrl);
    int before = ledger.map(known -> known.begins(words.contains("--force-rebuild"))).orElse(0);
    return new LedgerEntry(ledger, before, valueOf("--report", words).map(folder::resolve));
  }

  private static Optional<String> valueOf(String option, List<String> words) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 == words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  /**
   * Holds what the run says of itself against the ledger; without a valid command it calls nobody.
   */
  void end(int exitCode) throws IOException {
    PlainHttpTrap.checkAll();
    if (ledger.isEmpty()) {
      return;
    }
    if (exitCode == USAGE) {
      ledger.get().ended(before, 0);
    } else if (report.isPresent() && Files.isRegularFile(report.get())) {
      JsonObject told = JsonParser.parseString(Files.readString(report.get())).getAsJsonObject();
      if (told.get("exit_code").getAsInt() == exitCode) {
        ledger.get().ended(before, told.get("calls").getAsInt());
      } else {
        // Killed, with the report of an earlier run in the folder.
        ledger.get().ended();
      }
    } else {
      ledger.get().ended();
    }
  }
}
