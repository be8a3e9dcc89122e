package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SinkContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the columns are called in the file. Most engines take {@code age} and {@code Age} for one
 * column, and none likes a column without a name. Immutable.
 *
 * @param all a name for each column, in order; no two are equal, whatever their case
 * @param renamed the names that differ from what was received, with what was received
 */
record ParquetColumnNames(List<String> all, Map<String, String> renamed) {
  private static final String NAMELESS = "_";

  ParquetColumnNames {
    all = List.copyOf(all);
    renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
  }

  static ParquetColumnNames of(SinkContext context) {
    List<String> received = new ArrayList<>();
    for (int column = 0; column < context.schema().size(); column++) {
      received.add(context.receivedName(column));
    }
    return of(context.schema(), received);
  }

  static ParquetColumnNames of(Schema schema, List<String> allReceived) {
    // The number that each taken name was last given, so that many equal ones cost no search each.
    Map<String, Integer> taken = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> all = new ArrayList<>();
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int column = 0; column < schema.size(); column++) {
      String name = schema.column(column).name();
      String received = allReceived.get(column);
      String written = free(name.isEmpty() ? NAMELESS : name, taken);
      all.add(written);
      if (!written.equals(received)) {
        renamed.put(written, received);
      }
    }
    return new ParquetColumnNames(all, renamed);
  }

  private static String free(String wanted, Map<String, Integer> taken) {
    int number = taken.getOrDefault(wanted, 0) + 1;
    String name = number == 1 ? wanted : wanted + "_" + number;
    while (taken.containsKey(name)) {
      number++;
      name = wanted + "_" + number;
    }
    taken.put(wanted, number);
    taken.putIfAbsent(name, 1);
    return name;
  }
}
