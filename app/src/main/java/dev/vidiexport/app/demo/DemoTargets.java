package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.InterruptibleRun;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.domain.failure.ExportException;
import java.util.ArrayList;
import java.util.List;

/** All files that the demo is going to write. */
final class DemoTargets implements AutoCloseable, InterruptibleRun {
  private final List<DemoTarget> targets = new ArrayList<>();

  private DemoTargets() {}

  /**
   * Reserves a file for each format, or none at all.
   *
   * @param name how the files are called, but for their extension
   * @throws ExportException when one of them cannot be written, or is not the demo's own
   */
  static DemoTargets reserve(DemoFolder folder, String name, List<InstalledSink> sinks) {
    List<DemoFilePath> places =
        sinks.stream().map(sink -> folder.place(name + "." + sink.format())).toList();
    DemoTargets reserved = new DemoTargets();
    boolean complete = false;
    try {
      for (int file = 0; file < sinks.size(); file++) {
        reserved.targets.add(DemoTarget.reserve(sinks.get(file), places.get(file)));
      }
      complete = true;
      return reserved;
    } finally {
      if (!complete) {
        reserved.close();
      }
    }
  }

  /** In the order of the formats. */
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
