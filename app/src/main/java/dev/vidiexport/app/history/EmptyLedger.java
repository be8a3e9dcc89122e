package dev.vidiexport.app.history;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is known of a history that has not begun. */
final class EmptyLedger implements LedgerReader {
  @Override
  public Optional<String> id() {
    return Optional.empty();
  }

  @Override
  public Optional<String> host() {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> lastRun() {
    return Optional.empty();
  }

  @Override
  public List<LedgerExport> exports() {
    return List.of();
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {}

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return Optional.empty();
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    return List.of();
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return Optional.empty();
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return List.of();
  }

  @Override
  public List<Ledger.Publication> publications() {
    return List.of();
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {}

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return List.of();
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    return Optional.empty();
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {}

  @Override
  public Set<String> told(String export) {
    return Set.of();
  }

  @Override
  public Optional<Topology> topology() {
    return Optional.empty();
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {}

  @Override
  public void absences(Consumer<Absence> visitor) {}

  @Override
  public void close() {}
}
