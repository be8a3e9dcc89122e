package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.InterruptibleRun;
import dev.vidiexport.domain.failure.ExportException;
import java.util.ArrayList;
import java.util.List;

/** All files that the demo is going to write. */
final class DemoTargets implements AutoCloseable, InterruptibleRun {
  private final List<DemoTarget> targets = new ArrayList<>();

  private DemoTargets() {}

  /**
   * Reserves a file for each output, or none at all.
   *
   * @throws ExportException when one of them cannot be written, or is not the demo's own
   */
  static DemoTargets reserve(DemoFolder folder, List<DemoOutput> outputs) {
    List<DemoFilePath> places =
        outputs.stream().map(output -> folder.place(output.fileName())).toList();
    DemoTargets reserved = new DemoTargets();
    boolean complete = false;
    try {
      for (int file = 0; file < outputs.size(); file++) {
        reserved.targets.add(DemoTarget.reserve(outputs.get(file), places.get(file)));
      }
      complete = true;
      return reserved;
    } finally {
      if (!complete) {
        reserved.close();
      }
    }
  }

  /** In the order in which they are written. */
  List<DemoTarget> all() {
    return List.copyOf(targets);
  }

  /** There is nothing to cancel about files that wait to be written. */
  @Override
  public void cancel() {}

  @Override
  public void abandon(int exitCode) {
    close();
  }

  @Override
  public void close() {
    targets.forEach(DemoTarget::close);
  }
}
