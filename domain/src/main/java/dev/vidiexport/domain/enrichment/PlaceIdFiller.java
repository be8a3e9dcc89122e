package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.RowBatch;
import java.util.List;

/** Fills a column with ids of what places belong to. */
final class PlaceIdFiller implements ColumnFiller {
  private final int column;
  private final RowPlaces rowPlaces;
  private final long[] ids;
  private final boolean[] isKnown;

  PlaceIdFiller(int column, RowPlaces rowPlaces, AddedValue value) {
    this.column = column;
    this.rowPlaces = rowPlaces;
    List<NamedPlace> places = rowPlaces.all();
    ids = new long[places.size()];
    isKnown = new boolean[places.size()];
    for (int place = 0; place < ids.length; place++) {
      isKnown[place] = places.get(place).number(value).isPresent();
      ids[place] = places.get(place).number(value).orElse(0L);
    }
  }

  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    for (int row = 0; row < batch.rows(); row++) {
      int place = rowPlaces.number(row);
      if (place != RowPlaces.UNKNOWN && isKnown[place]) {
        into.putLong(row, column, ids[place]);
      }
    }
  }
}
