package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.files.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A run in the audit of its service. An export that names no report is told to write one out of
 * sight of its test, for that is where the program says how many calls it made.
 *
 * @param audit empty where no server of these tests is asked
 * @param callsNobody whether it only shows what there is, or what it would do
 * @param receipt where the run tells how many calls it made, if it does
 * @param added the folder of a report that the test did not name
 */
record AuditedRun(
    Optional<CallAudit> audit, boolean callsNobody, Optional<Path> receipt, Optional<Path> added) {
  private static final int USAGE = 2;
  private static final int KILLED = 137;
  private static final List<Integer> INTERRUPTED = List.of(130, 143);
  private static final String EXPORT = "export";
  private static final String REPORT = "--report";
  private static final List<String> CALLING_NOBODY = List.of("--dry-run", "--help", "--version");

  /** Notes that a run is about to begin, and may add to its command. */
  static AuditedRun begin(ProcessBuilder builder) throws IOException {
    List<String> words = builder.command();
    Optional<CallAudit> audit =
        CallAudit.of(
            valueOf("--base-url", words)
                .orElse(builder.environment().getOrDefault("VIDICENTER_BASE_URL", "")));
    boolean callsNobody = !Collections.disjoint(words, CALLING_NOBODY);
    audit.ifPresent(known -> known.begins(words.contains("--force-rebuild") && !callsNobody));
    Optional<String> named = valueOf(REPORT, words);
    if (named.isPresent()) {
      Path receipt = builder.directory().toPath().resolve(named.get());
      return new AuditedRun(audit, callsNobody, Optional.of(receipt), Optional.empty());
    }
    if (audit.isEmpty() || callsNobody || !words.contains(EXPORT)) {
      return new AuditedRun(audit, callsNobody, Optional.empty(), Optional.empty());
    }
    Path folder = Files.createTempDirectory("vidiexport-report");
    Path receipt = folder.resolve("report.json");
    List<String> more = new ArrayList<>(words);
    more.addAll(words.indexOf(EXPORT) + 1, List.of(REPORT, receipt.toString()));
    builder.command(more);
    return new AuditedRun(audit, false, Optional.of(receipt), Optional.of(folder));
  }

  private static Optional<String> valueOf(String option, List<String> words) {
    int at = words.indexOf(option);
    if (at >= 0 && at + 1 < words.size()) {
      return Optional.of(words.get(at + 1));
    }
    return words.stream()
        .filter(word -> word.startsWith(option + "="))
        .map(word -> word.substring(option.length() + 1))
        .findFirst();
  }

  /**
   * Holds what the run says of itself against the audit; without a valid command it calls nobody.
   */
  void end(int exitCode, String said) throws IOException {
    PlainHttpTrap.checkAll();
    Optional<JsonObject> told = told(exitCode, said);
    deleteAdded();
    if (audit.isEmpty()) {
      return;
    }
    if (exitCode == USAGE || callsNobody) {
      audit.get().ended(0);
    } else if (told.isEmpty()) {
      audit.get().ended();
    } else if (INTERRUPTED.contains(exitCode)) {
      audit.get().interrupted(told.get().get("calls").getAsInt());
    } else {
      audit.get().ended(told.get().get("calls").getAsInt());
    }
  }

  /** What the report of this run says; another one may be there of an earlier run. */
  private Optional<JsonObject> told(int exitCode, String said) throws IOException {
    if (receipt.isEmpty() || !Files.isRegularFile(receipt.get())) {
      // Whoever is killed reports nothing, and a test may be about a report that cannot be written.
      assertThat(added.isEmpty() || exitCode == USAGE || exitCode == KILLED)
          .as("there is a receipt of an export that ended with %s and said %s", exitCode, said)
          .isTrue();
      return Optional.empty();
    }
    String text = Files.readString(receipt.get());
    assertThat(Canary.leakedInto(text)).as("token in %s", receipt.get()).isEmpty();
    return Optional.of(JsonParser.parseString(text).getAsJsonObject())
        .filter(told -> told.get("exit_code").getAsInt() == exitCode);
  }

  private void deleteAdded() throws IOException {
    if (added.isPresent()) {
      FolderTree.remove(added.get());
    }
  }
}
