package dev.vidiexport.app.simulation.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One build of what a request asks for.
 *
 * @param ready when it is ready
 * @param expires when the service forgets it
 * @param failure why it fails; empty where it does not
 * @param creationDate as the service tells it; mostly no other build has it
 */
record ServedBuild(
    int number,
    Instant ready,
    Instant expires,
    Optional<String> failure,
    Optional<String> creationDate,
    List<ServedRow> rows) {
  /** Those rows that belong to the window. */
  List<String> identities(String before) {
    return rows.stream()
        .filter(row -> row.time().compareTo(before) < 0)
        .map(ServedRow::identity)
        .sorted()
        .toList();
  }
}
