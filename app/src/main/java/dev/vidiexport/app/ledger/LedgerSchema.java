package dev.vidiexport.app.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is in a ledger, as the steps that lead from nothing to its newest version: after the first
 * step it is of version 1. Immutable. A step that has been shipped is never changed.
 *
 * @param steps each as statements of SQL
 */
record LedgerSchema(List<String> steps) {
  /** "vidx" in ASCII: by it the {@code file} command and this program tell a ledger from others. */
  static final int APPLICATION_ID = 0x76696478;

  LedgerSchema {
    steps = List.copyOf(steps);
  }

  /** As this version of the program writes it. */
  static LedgerSchema ofThisProgram() {
    return new LedgerSchema(
        Stream.of("schema-1.sql", "schema-2.sql", "schema-3.sql", "schema-4.sql")
            .map(LedgerSchema::resource)
            .toList());
  }

  private static String resource(String name) {
    try (InputStream in = LedgerSchema.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Fills a database that is empty. */
  void make(LedgerConnection connection) {
    connection.change(
        () -> {
          connection.execute("PRAGMA application_id = " + APPLICATION_ID);
          take(connection, 0);
        });
  }

  /** Makes sure that a ledger is of this version. */
  void check(LedgerConnection connection) {
    if (version(connection) < steps.size()) {
      throw connection
          .failures()
          .told(
              FailureReason.LEDGER_OLDER,
              "it was written by an older version of this program, and is to be brought up to date");
    }
  }

  /** Brings an older ledger up to date, in one transaction. */
  void bringUpToDate(LedgerConnection connection) {
    int version = version(connection);
    if (version < steps.size()) {
      connection.change(() -> take(connection, version));
    }
  }

  private void take(LedgerConnection connection, int version) throws SQLException {
    for (String step : steps.subList(version, steps.size())) {
      connection.execute(step);
    }
    connection.execute("PRAGMA user_version = " + steps.size());
  }

  private int version(LedgerConnection connection) {
    long application = connection.read(() -> connection.number("PRAGMA application_id"));
    long version = connection.read(() -> connection.number("PRAGMA user_version"));
    if (application != APPLICATION_ID || version < 1) {
      throw connection
          .failures()
          .told(FailureReason.LEDGER_DAMAGED, "it is no ledger of this program");
    }
    if (version > steps.size()) {
      throw connection
          .failures()
          .told(
              FailureReason.LEDGER_NEWER,
              "it was written by a newer version of this program (ledger version %s, and this one knows %s)"
                  .formatted(version, steps.size()));
    }
    return Math.toIntExact(version);
  }
}
