package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.dimension.DimensionTable;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.DimensionStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of what things are called, of which only the contents are kept. */
final class RecordingDimensions implements DimensionStore {
  /** How many rows a table has that was published, by its name. */
  final Map<String, Integer> sizes = new TreeMap<>();

  /** What each publication fails with. */
  Optional<ExportException> failure = Optional.empty();

  /** What the publication of a table fails with, by its name. */
  final Map<String, ExportException> failures = new HashMap<>();

  @Override
  public boolean publish(DimensionTable table) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    ExportException own = failures.get(table.dimension().tableName());
    if (own != null) {
      throw own;
    }
    sizes.put(table.dimension().tableName(), table.size());
    return true;
  }
}
