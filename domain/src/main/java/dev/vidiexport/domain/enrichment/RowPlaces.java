package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.rows.PlaceIds;
import dev.vidiexport.domain.table.RowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places that the rows of a batch name, as far as they are known. For one thread. */
final class RowPlaces {
  /** Stands for a row that names no place, or one that is not known. */
  static final int UNKNOWN = -1;

  private final PlaceIds placeIds;
  private final Map<Long, Integer> numberOfId = new HashMap<>();
  private final List<NamedPlace> places = new ArrayList<>();
  private long[] ids = new long[0];
  private boolean[] isNamed = new boolean[0];
  private int[] numbers = new int[0];

  RowPlaces(PlaceIds placeIds, Map<Long, NamedPlace> known) {
    this.placeIds = placeIds;
    known.forEach(
        (id, place) -> {
          numberOfId.put(id, places.size());
          places.add(place);
        });
  }

  /** All places that are known; a place's number is where it stands here. */
  List<NamedPlace> all() {
    return places;
  }

  void read(RowBatch batch) {
    int rows = batch.rows();
    if (rows > ids.length) {
      ids = new long[rows];
      isNamed = new boolean[rows];
      numbers = new int[rows];
    }
    placeIds.read(batch, ids, isNamed);
    for (int row = 0; row < rows; row++) {
      numbers[row] = isNamed[row] ? numberOfId.getOrDefault(ids[row], UNKNOWN) : UNKNOWN;
    }
  }

  /** The number of the place that a row of the batch read last names, or {@link #UNKNOWN}. */
  int number(int row) {
    return numbers[row];
  }

  /** Which place a row names, for people. */
  String id(int row) {
    return isNamed[row] ? Long.toString(ids[row]) : "no place";
  }
}
