package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A database that keeps a history. Made by the host; components may be added, and the constructor
 * of today stays. It holds no credentials.
 *
 * @param address as the user gave it, checked by {@link SliceTables#problemWith}; a path that
 *     follows its scheme alone, as in {@code sqlite:audience.db}, has been made absolute
 * @param ledger the id of the ledger that says what the history has: at most 100 letters and
 *     digits. Tables of another ledger are another history, and not to be touched. Empty where
 *     there is no ledger yet, so that no table can be this history's
 * @param tables the tables of the history's exports, at least one, each once
 * @since 0.1.0
 */
public record SliceTarget(String address, Optional<String> ledger, List<SliceTable> tables) {
  public SliceTarget {
    requireNonNull(address, "address must not be null");
    requireNonNull(ledger, "ledger must not be null");
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("tables must not be empty");
    }
  }

  /** The ledger's id, where there must be one. */
  public String requireLedger() {
    return ledger.orElseThrow(() -> new IllegalStateException("there is no ledger yet"));
  }
}
