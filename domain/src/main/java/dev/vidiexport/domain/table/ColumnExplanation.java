package dev.vidiexport.domain.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a column is, for people. Immutable.
 *
 * @param unit what its values are counted in: {@code seconds}, or what its codes mean; empty where
 *     it has none, or none is documented
 * @param meaning a sentence
 * @param source where its values come from: {@code VidiCenter}, or the key that they were made from
 * @since 0.1.0
 */
public record ColumnExplanation(Optional<String> unit, String meaning, String source) {
  public ColumnExplanation {
    requireNonNull(unit, "unit must not be null");
    requireNonNull(meaning, "meaning must not be null");
    requireNonNull(source, "source must not be null");
  }
}
