package dev.vidiexport.domain.architecture.planted.table;

import java.util.logging.Logger;

/** Breaks the rule that the domain logs nothing. */
final class TableThatLogs {
  private static final Logger LOGGER = Logger.getLogger("table");

  void log() {
    LOGGER.info("a row");
  }
}
