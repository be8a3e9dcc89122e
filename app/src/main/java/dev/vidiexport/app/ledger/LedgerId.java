package dev.vidiexport.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a ledger is told apart from all others by. */
final class LedgerId {
  private LedgerId() {}

  /** The id of an open ledger, within a transaction. */
  static String of(LedgerConnection connection) throws SQLException {
    try (ResultSet found = connection.query("SELECT id FROM ledger")) {
      if (!found.next()) {
        throw LedgerConnection.damaged(new IllegalStateException("There is no id"));
      }
      return found.getString(1);
    }
  }
}
