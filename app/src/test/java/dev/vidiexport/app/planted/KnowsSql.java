package dev.vidiexport.app.planted;

import java.sql.SQLException;

/** Knows how the ledger is kept. */
public final class KnowsSql {
  public int code(SQLException failure) {
    return failure.getErrorCode();
  }
}
