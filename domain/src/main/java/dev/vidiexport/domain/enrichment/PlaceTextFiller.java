package dev.vidiexport.domain.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.FormulaText;
import dev.vidiexport.domain.table.RowBatch;
import java.util.Arrays;

/** Fills a column with texts of places. */
final class PlaceTextFiller implements ColumnFiller {
  private static final byte[] NONE = {};
  private static final int NOT_YET = -1;

  private final int column;
  private final RowPlaces rowPlaces;
  private final EnrichmentNotes notes;
  private final byte[][] texts;
  private final boolean[] isFormula;
  private final int[] firstRows;

  PlaceTextFiller(int column, RowPlaces rowPlaces, AddedValue value, EnrichmentNotes notes) {
    this.column = column;
    this.rowPlaces = rowPlaces;
    this.notes = notes;
    this.texts =
        rowPlaces.all().stream()
            .map(place -> place.text(value).orElse(NONE))
            .toArray(byte[][]::new);
    this.isFormula = new boolean[texts.length];
    for (int place = 0; place < texts.length; place++) {
      isFormula[place] = FormulaText.isOne(new String(texts[place], UTF_8));
    }
    this.firstRows = new int[texts.length];
  }

  /** A batch holds each text once, however long it is and however many rows have it. */
  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    Arrays.fill(firstRows, NOT_YET);
    for (int row = 0; row < batch.rows(); row++) {
      int place = rowPlaces.number(row);
      if (place != RowPlaces.UNKNOWN && texts[place] != NONE) {
        if (firstRows[place] == NOT_YET) {
          firstRows[place] = row;
          put(row, place, into);
        } else {
          into.putTextOf(row, column, firstRows[place]);
        }
      }
    }
  }

  private void put(int row, int place, BatchExtension into) {

    if (isFormula[place]) {
      notes.looksLikeFormula(new String(texts[place], UTF_8));
    }
    into.putText(row, column, texts[place], 0, texts[place].length);
  }
}
