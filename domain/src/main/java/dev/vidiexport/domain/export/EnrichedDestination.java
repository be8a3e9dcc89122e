package dev.vidiexport.domain.export;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.enrichment.EnrichedRows;
import dev.vidiexport.domain.enrichment.EnrichingSink;
import dev.vidiexport.domain.enrichment.Enrichment;
import dev.vidiexport.domain.enrichment.EnrichmentNotes;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;

/** Adds columns to the rows that go to another destination. */
public final class EnrichedDestination implements Destination {
  private final Destination destination;
  private final Enrichment enrichment;
  private volatile EnrichmentNotes notes = new EnrichmentNotes();

  /**
   * Stands before a destination, and closes it.
   *
   * @param enrichment for rows whose columns are named as VidiCenter names them
   */
  public EnrichedDestination(Destination destination, Enrichment enrichment) {
    this.destination = requireNonNull(destination, "destination must not be null");
    this.enrichment = requireNonNull(enrichment, "enrichment must not be null");
  }

  /** What a user must know of the columns that were added in the last attempt. From any thread. */
  public EnrichmentNotes notes() {
    return notes;
  }

  @Override
  public void check() {
    destination.check();
  }

  @Override
  public Schema output(Schema received) {
    return destination.output(enrichment.output(received));
  }

  /** What was noted of an attempt that failed is forgotten. */
  @Override
  public Sink open(Schema schema) throws IOException {
    EnrichmentNotes ofAttempt = new EnrichmentNotes();
    notes = ofAttempt;
    EnrichedRows rows = enrichment.rows(schema, ofAttempt);
    return new EnrichingSink(destination.open(rows.output()), rows);
  }

  @Override
  public String formatName() {
    return destination.formatName();
  }

  @Override
  public boolean takesNonFinite() {
    return destination.takesNonFinite();
  }

  @Override
  public boolean holdsBack() {
    return destination.holdsBack();
  }

  @Override
  public void droppedRows(long rows) {
    destination.droppedRows(rows);
  }

  @Override
  public long publish() throws IOException {
    return destination.publish();
  }

  @Override
  public void discard() {
    destination.discard();
  }

  @Override
  public void close() {
    destination.close();
  }
}
