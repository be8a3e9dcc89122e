package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the slices of a simulated history are kept in; it outlives those who write to it. */
interface SimulatedTarget {
  /** A sync is about to begin. */
  void begin(SyncSchedule schedule);

  /**
   * Another process holds it until the sync has ended.
   *
   * @return whether there is anything yet that can be held
   */
  boolean hold();

  /**
   * Takes it for a process, as the program does, and looks whether slices can be kept there.
   *
   * @throws ExportException when they cannot
   */
  SliceStore open(Ledger ledger);

  /** The process has ended, and so has whoever held the target meanwhile. */
  void end(Death death);

  /** What is there, for comparison. */
  List<String> entries();

  /** Whether an answer that was announced will be found there by whoever looks. */
  boolean has(SliceKey key, SliceAnswer announced);

  /**
   * The rows of an answer, as {@link ServedRow#identity} tells them, in the order of texts.
   *
   * @return empty where they are not there
   * @throws IOException when they cannot be read
   */
  Optional<List<String>> rows(SliceKey key, SliceAnswer answer) throws IOException;

  /** Whether the process was told that nobody knows what became of rows. */
  boolean isInDoubt();

  /** Whether rows of a slice were refused in this sync. */
  boolean hasRefused(SliceKey key);

  /**
   * Holds what is there against the ledger.
   *
   * @param isUndisturbed whether the sync had every chance to leave nothing behind
   */
  void check(SimulatedSync sync, boolean isUndisturbed, List<String> findings);
}
