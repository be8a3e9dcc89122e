package dev.vidiexport.app.history;

import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of a history that has not begun. */
final class EmptyLedger implements LedgerReader {
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
  public Optional<Topology> topology() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
