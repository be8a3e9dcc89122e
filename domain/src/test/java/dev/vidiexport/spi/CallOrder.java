package dev.vidiexport.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An order in which the host calls a sink when nothing fails. It writes any number of batches,
 * commits once or not at all, and closes at least once.
 *
 * @param writes how many batches
 * @param commits whether it commits
 * @param closes how often it closes
 */
record CallOrder(int writes, boolean commits, int closes) {
  private static final int MOST_WRITES = 2;
  private static final int MOST_CLOSES = 3;

  static List<CallOrder> withCommit() {
    return all(true);
  }

  static List<CallOrder> withoutCommit() {
    return all(false);
  }

  private static List<CallOrder> all(boolean commits) {
    List<CallOrder> orders = new ArrayList<>();
    for (int writes = 0; writes <= MOST_WRITES; writes++) {
      for (int closes = 1; closes <= MOST_CLOSES; closes++) {
        orders.add(new CallOrder(writes, commits, closes));
      }
    }
    return orders;
  }

  /** {@code open, write, write, commit, close}. */
  @Override
  public String toString() {
    List<String> calls = new ArrayList<>(List.of("open"));
    calls.addAll(Collections.nCopies(writes, "write"));
    calls.addAll(Collections.nCopies(commits ? 1 : 0, "commit"));
    calls.addAll(Collections.nCopies(closes, "close"));
    return String.join(", ", calls);
  }
}
