package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.rows.PlaceIds;
import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that fills the added columns of one output. For one thread. */
final class ColumnFillers {
  private final Schema received;
  private final List<String> keys;
  private final EnrichmentNotes notes;
  private final RowMoments moments;
  private final Optional<RowPlaces> places;
  private final Optional<RowInstants> instants;
  private final CalendarDays days = new CalendarDays();
  private final UnreadableBases unreadable;
  private final List<ColumnFiller> fillers = new ArrayList<>();

  /**
   * Prepares for batches.
   *
   * @param received the columns of the batches
   * @param keys what VidiCenter calls them
   * @param columns what is added
   * @param names what that is called in the output
   */
  ColumnFillers(
      Enrichment enrichment,
      Schema received,
      List<String> keys,
      List<AddedColumn> columns,
      List<String> names,
      EnrichmentNotes notes) {
    this.received = received;
    this.keys = keys;
    this.notes = notes;
    this.moments = new RowMoments(keys, received);
    this.places = places(enrichment.directory(), columns);
    this.instants = instants(enrichment, columns);
    this.unreadable = new UnreadableBases(notes);
    for (int column = 0; column < columns.size(); column++) {
      add(columns.get(column), column, names.get(column));
    }
  }

  /** Which place a row names matters to what is told of it, and to the time zone. */
  private Optional<RowPlaces> places(PlaceDirectory directory, List<AddedColumn> columns) {
    boolean matters =
        columns.stream()
            .anyMatch(column -> column.value().isOfPlace() || column.addition() == Addition.UTC);
    return AddedColumns.PLACES.stream()
        .filter(key -> matters && keys.contains(key))
        .findFirst()
        .map(
            key -> {
              int column = keys.indexOf(key);
              return new RowPlaces(
                  new PlaceIds(column, received.column(column).type()), directory.places(key));
            });
  }

  private Optional<RowInstants> instants(Enrichment enrichment, List<AddedColumn> columns) {
    return columns.stream()
        .filter(column -> column.addition() == Addition.UTC)
        .findFirst()
        .map(
            column ->
                new RowInstants(
                    moments,
                    places,
                    enrichment.directory().zones().otherwise(),
                    AddedColumns.isBelowDay(enrichment.baseKeys().resolution()),
                    notes));
  }

  private void add(AddedColumn added, int column, String name) {
    int base = keys.indexOf(added.base());
    if (base >= 0 && !isReadable(added, received.column(base).type())) {
      unreadable.add(base, added.base(), name);
    } else if (base >= 0 || added.value().isOfTime()) {
      filler(added, column, base).ifPresent(fillers::add);
    }
  }

  /** Places and codes are known by texts, too; a day that stands on its own is one. */
  private static boolean isReadable(AddedColumn added, ColumnType type) {
    if (added.value() == AddedValue.SECONDS) {
      return type == ColumnType.WHOLE || type == ColumnType.DECIMAL;
    }
    return !added.value().isOfTime()
        || type == (added.base().equals(TimeKeys.DATE) ? ColumnType.TEXT : ColumnType.TIMESTAMP);
  }

  private Optional<ColumnFiller> filler(AddedColumn added, int column, int base) {
    AddedValue value = added.value();
    return switch (value) {
      case LOCATION_LABEL, SITE_LABEL, NETWORK_LABEL, LOCATION_TAGS, SITE_TAGS ->
          places.map(named -> new PlaceTextFiller(column, named, value, notes));
      case SITE_ID, NETWORK_ID -> places.map(named -> new PlaceIdFiller(column, named, value));
      case CODE_LABEL ->
          CodeLabels.of(added.base())
              .map(
                  labels ->
                      new CodeLabelFiller(column, base, received.column(base).type(), labels));
      case SECONDS ->
          SecondsName.of(added.base())
              .map(
                  name ->
                      new SecondsFiller(column, base, received.column(base).type(), name.parts()));
      case DATE, HOUR, WEEKDAY, WEEK ->
          Optional.of(new CalendarFiller(column, moments, days, value));
      case UTC -> instants.map(times -> new UtcFiller(column, times));
      case AMBIGUOUS -> instants.map(times -> new AmbiguityFiller(column, times));
    };
  }

  /**
   * Puts the values of all added columns into the extension of a batch, which has begun with it.
   */
  void fill(RowBatch batch, BatchExtension into) {
    moments.read(batch);
    places.ifPresent(named -> named.read(batch));
    instants.ifPresent(times -> times.read(batch));
    for (ColumnFiller filler : fillers) {
      filler.fill(batch, into);
    }
    unreadable.look(batch);
  }
}
