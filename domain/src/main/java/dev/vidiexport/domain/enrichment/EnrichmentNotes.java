package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user must know of the columns that were added to an output. Each kind of thing is told
 * once, however many rows it is about. Thread-safe: whoever fills the columns notes, others ask.
 */
public final class EnrichmentNotes {
  private final Map<String, List<String>> addedByText = new LinkedHashMap<>();
  private long rowsWithoutZone;
  private Optional<String> firstWithoutZone = Optional.empty();
  private Optional<String> formula = Optional.empty();

  /** A column came as text, so that nothing could be made of it. */
  synchronized void cameAsText(String base, List<String> added) {
    addedByText.put(base, List.copyOf(added));
  }

  /** A row is of a place whose time zone is not known. */
  synchronized void withoutZone(Optional<String> place) {
    rowsWithoutZone++;
    if (firstWithoutZone.isEmpty()) {
      firstWithoutZone = place;
    }
  }

  /** A label that was put in would be run as a formula by Excel, where it comes unguarded. */
  synchronized void looksLikeFormula(String label) {
    if (formula.isEmpty()) {
      formula = Optional.of(label);
    }
  }

  /** The first label that a spreadsheet would take for a formula. */
  public synchronized Optional<String> formula() {
    return formula;
  }

  /** All but what is told of formulas, in whole sentences. */
  public synchronized List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    addedByText.forEach(
        (base, added) ->
            sentences.add(
                "%s came as text, so %s %s empty."
                    .formatted(
                        QuotedText.of(base),
                        String.join(", ", added),
                        added.size() == 1 ? "is" : "are")));
    if (rowsWithoutZone > 0) {
      sentences.add(
          "The time in UTC is empty in %s, because no time zone is known for their place%s."
              .formatted(
                  NumberText.counted(rowsWithoutZone, "row"),
                  firstWithoutZone.map(place -> "; the first is of " + place).orElse("")));
    }
    return sentences;
  }
}
