package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.FactRules;
import dev.vidiexport.domain.fingerprint.FingerprintingSink;
import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one slice go, as the export sees it that brings them: what is published counts
 * in the ledger, too.
 */
final class SliceDestination implements Destination {
  private final SliceKey key;
  private final SliceOutput output;
  private final ExportColumns columns;
  private final Supplier<FactRules> rules;
  private final SlicePublication publication;
  private @Nullable Attempt attempt;
  private long dropped;
  private Optional<SliceResult> result = Optional.empty();

  /**
   * A destination for the rows of one slice.
   *
   * @param rules gives what is known at the moment, on any thread
   */
  SliceDestination(
      SliceKey key,
      SliceOutput output,
      ExportColumns columns,
      Supplier<FactRules> rules,
      SlicePublication publication) {
    this.key = key;
    this.output = output;
    this.columns = columns;
    this.rules = rules;
    this.publication = publication;
  }

  /** An attempt whose sink is open, or has been. */
  private record Attempt(RowFingerprint fingerprint, SliceSink sink) {}

  /** The target has been checked for all slices. */
  @Override
  public void check() {}

  @Override
  public Sink open(Schema schema) throws IOException {
    List<NumberedColumn> numbered = columns.claim(schema);
    RowFingerprint fingerprint =
        RowFingerprint.ofKeys(schema, numbered.stream().map(NumberedColumn::key).toList());
    SliceSink sink =
        new SliceSink(
            new FingerprintingSink(output.open(schema, numbered), fingerprint),
            rules.get().coverage().counter(key.window(), numbered, schema));
    attempt = new Attempt(fingerprint, sink);
    dropped = 0;
    return sink;
  }

  @Override
  public String formatName() {
    return output.formatName();
  }

  @Override
  public boolean takesNonFinite() {
    return output.takesNonFinite();
  }

  @Override
  public void droppedRows(long rows) {
    dropped = rows;
  }

  @Override
  public long publish() throws IOException {
    Attempt written = attempt;
    if (written == null) {
      throw new IllegalStateException("open must come first");
    }
    List<NumberedColumn> known = columns.known();
    FactRules now = rules.get();
    ReceivedRows received =
        new ReceivedRows(
            written.sink().rows(),
            dropped,
            written.fingerprint().hex(),
            written.sink().creationDate(),
            known,
            now.coverage().mainMetrics(known),
            now.of(key, written.sink().measures(), known));
    result = Optional.of(publication.publish(output, received));
    return -1;
  }

  @Override
  public void discard() {
    output.discard();
  }

  @Override
  public void close() {
    output.close();
  }

  /** How it ended; once it has been published. */
  SliceResult result() {
    return result.orElseThrow(() -> new IllegalStateException("publish must come first"));
  }
}
