package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.app.tables.ExportTables;
import dev.vidiexport.app.tables.TableStore;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables of a simulated database, written to as the program does. */
final class TablesTarget implements SimulatedTarget {
  private final SimulatedHistory history;
  private final SimulatedDatabase database;
  private final HistoryTarget.Database target;
  private final Map<CommittedSlice, List<String>> rightRows = new HashMap<>();

  TablesTarget(SimulatedHistory history, SimulatedDatabase database) {
    this.history = history;
    this.database = database;
    this.target =
        new HistoryTarget.Database(
            "simulated://server/audience",
            new InstalledSink(new SimulatedFormat(), "1.0", "simulated.jar", true),
            Path.of("/simulated/ledger.db"));
  }

  @Override
  public void begin(SyncSchedule schedule) {
    database.begin(schedule.database());
  }

  @Override
  public boolean hold() {
    database.holdByAnother();
    return true;
  }

  @Override
  public SliceStore open(Ledger ledger) {
    return TableStore.hold(target, database, ExportTables.of(history.project.exports()), ledger);
  }

  @Override
  public void end(Death death) {
    database.end(death);
  }

  @Override
  public List<String> entries() {
    return database.entries();
  }

  @Override
  public boolean has(SliceKey key, SliceAnswer announced) {
    return database.willHave(HistoryProject.table(key.export()), committed(key, announced));
  }

  /** What is kept of an answer. */
  static CommittedSlice committed(SliceKey key, SliceAnswer answer) {
    return new CommittedSlice(
        new Slice(key.id()), answer.revision(), answer.rows(), answer.fingerprint());
  }

  @Override
  public Optional<List<String>> rows(SliceKey key, SliceAnswer answer) {
    if (!answer.hasRows()) {
      return Optional.of(List.of());
    }
    CommittedSlice wanted = committed(key, answer);
    SimulatedTable table = database.table(HistoryProject.table(key.export()));
    return table.record(wanted.slice()).equals(Optional.of(wanted))
        ? Optional.of(table.rows(wanted.slice()))
        : Optional.empty();
  }

  @Override
  public boolean isInDoubt() {
    return database.isInDoubt();
  }

  @Override
  public boolean hasRefused(SliceKey key) {
    return database.hasRefused(new Slice(key.id()));
  }

  @Override
  public void check(SimulatedSync sync, boolean isUndisturbed, List<String> findings) {
    findings.addAll(database.findings());
    new TablesVerdict(history, sync, database, rightRows, findings).check();
  }
}
