package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.HistoryFolder;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files in a folder of the simulated disk. */
final class FolderTarget implements SimulatedTarget {
  private final SimulatedHistory history;
  private boolean isHeld;

  FolderTarget(SimulatedHistory history) {
    this.history = history;
  }

  @Override
  public void begin(SyncSchedule schedule) {
    history.disk.begin(schedule.disk());
    isHeld = false;
  }

  @Override
  public boolean hold() {
    isHeld = history.disk.hold();
    return isHeld;
  }

  @Override
  public SliceStore open(Ledger ledger) {
    Map<String, ChosenSink> sinks = new HashMap<>();
    for (HistoryExport export : history.project.exports()) {
      sinks.put(export.name(), history.project.sink(export.name()));
    }
    TargetFolder target = history.disk.disk().hold(HistoryDisk.TARGET);
    HistoryFolder folder = new HistoryFolder(target, sinks::get);
    boolean isGood = false;
    try {
      folder.check(sinks.values());
      isGood = true;
      return folder;
    } finally {
      if (!isGood) {
        folder.close();
      }
    }
  }

  @Override
  public void end(Death death) {
    if (death != Death.NONE) {
      history.disk.restart(death, history.chance);
    }
    if (isHeld) {
      history.disk.disk().killProcesses();
    }
  }

  @Override
  public List<String> entries() {
    return history.disk.disk().entries();
  }

  /** What has no rows any more is taken away by whoever finds it announced. */
  @Override
  public boolean has(SliceKey key, SliceAnswer announced) {
    return announced.file().map(this::stands).orElse(true);
  }

  /** Whether a file is in its place, with its size and its digest. */
  private boolean stands(PublishedFile file) {
    return new WholeSlices(history).stands(file);
  }

  @Override
  public Optional<List<String>> rows(SliceKey key, SliceAnswer answer) throws IOException {
    if (answer.file().isEmpty()) {
      return Optional.of(List.of());
    }
    PublishedFile file = answer.file().get();
    byte[] content = history.disk.disk().content(HistoryDisk.TARGET.resolve(file.path()));
    if (content == null || !history.contents.has(content, file.sha256())) {
      return Optional.empty();
    }
    return Optional.of(WrittenFile.rows(content, file.path()));
  }

  @Override
  public boolean isInDoubt() {
    return false;
  }

  @Override
  public boolean hasRefused(SliceKey key) {
    return false;
  }

  @Override
  public void check(SimulatedSync sync, boolean isUndisturbed, List<String> findings) {
    new FolderVerdict(history, sync, isUndisturbed, findings).check();
  }
}
