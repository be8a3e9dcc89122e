package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.topology.Id;

/** Ids as requests take them: whole numbers from 1 on, of 63 bits. */
final class AskableId {
  /** What stands for an id that no request takes. */
  static final long NONE = 0;

  private AskableId() {}

  /** The number of an id, or {@link #NONE}. */
  static long of(Id id) {
    return Math.max(NONE, id.number().orElse(NONE));
  }
}
