package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;
import java.time.Instant;

/** Planted bugs in what is done to the tables of a history. */
final class FlawedTables {
  private FlawedTables() {}

  /** What was announced is given up, without asking whether it is committed. */
  static SliceStore settlingNothing(SliceStore tables) {
    return new ForwardingStore(tables) {
      @Override
      public boolean settle(Ledger.Publication open, Instant at) {
        return false;
      }
    };
  }
}
