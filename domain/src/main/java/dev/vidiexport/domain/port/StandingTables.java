package dev.vidiexport.domain.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The tables of a database that have the rows of a history, while others may change them. */
public non-sealed interface StandingTables extends ForeignPlaces {
  /**
   * The ids of slices of which the table of an export has rows, in the order of their characters'
   * codes. Others may have written rows, so that an id may be any text.
   *
   * @param last only those behind this one; empty for the first
   * @param most how many at most; at least 1
   * @return none when there are no more, or there is no such table
   * @throws IOException in whole sentences that name the table, when it cannot be read
   */
  List<String> idsAfter(String export, Optional<String> last, int most) throws IOException;

  /** What reports call the place of such rows: {@code TABLE/ID}. */
  String place(String export, String id);
}
