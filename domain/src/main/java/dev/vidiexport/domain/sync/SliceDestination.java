package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.FactRules;
import dev.vidiexport.domain.enrichment.EnrichedRows;
import dev.vidiexport.domain.enrichment.EnrichingSink;
import dev.vidiexport.domain.enrichment.Enrichment;
import dev.vidiexport.domain.enrichment.EnrichmentNotes;
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
  private final Optional<Enrichment> enrichment;
  private final EnrichmentNotes notes;
  private @Nullable Attempt attempt;
  private Optional<FileColumns> claimed = Optional.empty();
  private long dropped;
  private Optional<SliceResult> result = Optional.empty();

  /**
   * A destination for the rows of one slice.
   *
   * @param rules gives what is known at the moment, on any thread
   * @param enrichment what is added to them; empty where nothing is
   * @param notes takes what a user must know of that
   */
  SliceDestination(
      SliceKey key,
      SliceOutput output,
      ExportColumns columns,
      Supplier<FactRules> rules,
      SlicePublication publication,
      Optional<Enrichment> enrichment,
      EnrichmentNotes notes) {
    this.key = key;
    this.output = output;
    this.columns = columns;
    this.rules = rules;
    this.publication = publication;
    this.enrichment = enrichment;
    this.notes = notes;
  }

  /** An attempt whose sink is open, or has been. */
  private record Attempt(RowFingerprint fingerprint, SliceSink sink) {}

  /** The target has been checked for all slices. */
  @Override
  public void check() {}

  @Override
  public Sink open(Schema schema) throws IOException {
    FileColumns file = claim(schema);
    RowFingerprint fingerprint = new RowFingerprint(schema, file.keys());
    SliceSink sink =
        new SliceSink(
            new FingerprintingSink(open(file), fingerprint),
            rules.get().coverage().counter(key.window(), file.numberedReceived(), schema));
    attempt = new Attempt(fingerprint, sink);
    dropped = 0;
    return sink;
  }

  /** What is added stands behind all that looks at what was received. */
  private Sink open(FileColumns file) throws IOException {
    Schema written = file.written();
    Sink sink = output.open(written, file.numbered());
    return enrichment.isEmpty()
        ? sink
        : new EnrichingSink(
            sink,
            new EnrichedRows(
                enrichment.get(), file.received(), file.keys(), file.added(), written, notes));
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
    SliceResult published = publication.publish(output, received);
    if (published instanceof SliceResult.Published || published instanceof SliceResult.Replaced) {
      columns.keep(known);
    }
    result = Optional.of(published);
    return -1;
  }

  private synchronized FileColumns claim(Schema schema) {
    release();
    FileColumns file = columns.claim(schema);
    claimed = Optional.of(file);
    return file;
  }

  /** What was not published needs no columns. */
  private synchronized void release() {
    claimed.ifPresent(columns::release);
    claimed = Optional.empty();
  }

  @Override
  public void discard() {
    release();
    output.discard();
  }

  @Override
  public void close() {
    release();
    output.close();
  }

  /** How it ended; once it has been published. */
  SliceResult result() {
    return result.orElseThrow(() -> new IllegalStateException("publish must come first"));
  }
}
