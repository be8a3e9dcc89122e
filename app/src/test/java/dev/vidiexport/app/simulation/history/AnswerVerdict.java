package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every answer is exactly what the service sent in one build, and every cell has one at most. */
final class AnswerVerdict {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final SimulatedHistory history;
  private final List<String> findings;
  private final Map<WantedCells.Cell, SliceKey> answered = new HashMap<>();

  AnswerVerdict(SimulatedHistory history, List<String> findings) {
    this.history = history;
    this.findings = findings;
  }

  void check() {
    for (LedgerExport export : history.ledger.exports()) {
      history.ledger.slices(
          export.name(), slice -> slice.answer().ifPresent(answer -> check(slice.key(), answer)));
    }
  }

  private void check(SliceKey key, SliceAnswer answer) {
    for (WantedCells.Cell cell : WantedCells.Cell.of(key)) {
      SliceKey other = answered.put(cell, key);
      if (other != null) {
        findings.add("two slices have an answer for %s: %s and %s".formatted(cell, other, key));
      }
    }
    if (history.checked(key, answer).isEmpty()) {
      checkAnswer(key, answer);
    }
  }

  private void checkAnswer(SliceKey key, SliceAnswer answer) {
    RequestTemplate template = history.project.export(key.export()).template();
    List<ServedBuild> served = history.service.whole(template.request(key.window(), key.sources()));
    List<ServedBuild> claimed =
        served.stream()
            .filter(build -> build.creationDate().equals(answer.creationDate()))
            .toList();
    Optional<List<String>> written = rows(key, answer);
    if (written.isEmpty()) {
      return;
    }
    String before = TIME.format(key.window().firstSecondAfter());
    List<String> rows = written.get();
    if (rows.stream().map(ServedRow::buildOf).distinct().count() > 1) {
      findings.add("rows of two builds are in one file: " + SimulatedSync.told(key));
    }
    List<ServedBuild> same =
        claimed.stream().filter(build -> build.identities(before).equals(rows)).toList();
    if (same.isEmpty()) {
      findings.add(
          "the rows are not those of one build: %s has %s, but there were %s"
              .formatted(
                  SimulatedSync.told(key),
                  some(rows),
                  claimed.stream().map(build -> some(build.identities(before))).toList()));
      return;
    }
    // Two builds of the same rows may tell the same creation date, and differ in what was dropped.
    boolean isCounted =
        same.stream().anyMatch(build -> build.rows().size() - rows.size() == answer.droppedRows());
    if (answer.rows() != rows.size() || !isCounted) {
      findings.add(
          "%s counts %s rows and %s dropped ones, but has %s"
              .formatted(
                  SimulatedSync.told(key), answer.rows(), answer.droppedRows(), rows.size()));
    }
    history.checked(key, answer, NaiveFacts.of(rows, template.timeResolution()));
  }

  private static List<String> some(List<String> rows) {
    return rows.subList(0, Math.min(rows.size(), 12));
  }

  /**
   * Empty where they are not there, which is another finding, or may be while they are replaced.
   */
  private Optional<List<String>> rows(SliceKey key, SliceAnswer answer) {
    try {
      return history.target.rows(key, answer);
    } catch (IOException torn) {
      findings.add("%s: %s".formatted(torn.getMessage(), torn.getCause()));
      return Optional.empty();
    }
  }
}
