package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import java.util.Optional;
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
  private final VidiCenter vidiCenter;
  private final Destination destination;
  private final Pacer pacer;
  private final ExportListener listener;
  private final RunGuard guard;
  private final ReceiptBuilder receiptBuilder = new ReceiptBuilder();
  private final ExportRun run;

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
    this.vidiCenter = vidiCenter;
    this.destination = destination;
    this.pacer = pacer;
    this.listener = listener;
    this.guard = new RunGuard(pacer, settings.policy().deadline());
    this.run =
        new ExportRun(
            vidiCenter, destination, pacer, listener, threads, settings, guard, receiptBuilder);
  }

  /**
   * Runs the export to its end. On failure nothing has been published, and nothing stays staged.
   *
   * @return what came of it, and why it failed if it did
   */
  public ExportOutcome run() {
    try {
      run.run();
      return new ExportOutcome(receipt(), Optional.empty());
    } catch (ExportException failure) {
      return failed(failure);
    } catch (RuntimeException | Error defect) {
      return failed(ExportException.defect(defect));
    } finally {
      vidiCenter.end();
      listener.onEnd();
    }
  }

  /** What has come of the run so far. From any thread. */
  public ExportReceipt receipt() {
    return receiptBuilder.receipt(pacer.elapsed());
  }

  private ExportOutcome failed(ExportException failure) {
    destination.discard();
    return new ExportOutcome(receipt(), Optional.of(failure));
  }

  /**
   * Ends the run soon, whatever it is doing, as {@code CANCELLED}. May be called more than once.
   */
  public void cancel() {
    guard.cancel();
    vidiCenter.cancel();
    pacer.cancel();
  }
}
