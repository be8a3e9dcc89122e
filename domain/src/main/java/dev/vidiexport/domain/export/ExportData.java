package dev.vidiexport.domain.export;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import java.util.concurrent.ThreadFactory;

/**
 * The use case: asks VidiCenter for an export until it answers with the rows, and writes them to
 * one output, whole or not at all.
 *
 * <p>One object makes one run. {@link #run} belongs to one thread, which asks and reads; one thread
 * from the factory at a time makes every call to a sink, and has ended when {@code run} returns;
 * only a sink that does not return from a call is left behind, on its thread. {@link #cancel} may
 * be called from any thread.
 */
public final class ExportData {
  private final ExportSteps steps;

  /**
   * Prepares a run; nothing is asked or written yet.
   *
   * @param destination where the output goes; checked, and closed by its owner
   * @param threads makes the thread that writes
   */
  public ExportData(
      VidiCenter vidiCenter,
      Destination destination,
      Pacer pacer,
      ExportListener listener,
      ThreadFactory threads,
      RunSettings settings) {
    this.steps =
        new ExportSteps(vidiCenter, destination, pacer, listener, threads, settings, () -> {});
  }

  /**
   * Runs the export to its end. On failure nothing has been published, and nothing stays staged.
   *
   * @return what came of it, and why it failed if it did
   */
  public ExportOutcome run() {
    while (steps.outcome().isEmpty()) {
      steps.waitAndCall();
    }
    return steps.outcome().get();
  }

  /** What has come of the run so far. From any thread. */
  public ExportReceipt receipt() {
    return steps.receipt();
  }

  /**
   * Ends the run soon, whatever it is doing, as {@code CANCELLED}. May be called more than once.
   */
  public void cancel() {
    steps.cancel();
  }
}
