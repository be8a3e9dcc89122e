package dev.vidiexport.http.sandbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Writes the rows of one export. */
final class RowWriter {
  /** The key that no documentation knows. */
  static final String UNKNOWN_KEY = "queue_length";

  /** What stands where a number is expected. */
  static final String DRIFT = "\"about 12\"";

  private final List<List<Field>> shapes = new ArrayList<>();
  private final OptionalLong driftAtRow;
  private final boolean unknownKey;

  private record Field(String opening, boolean leading, boolean number, ValueWriter cell) {}

  RowWriter(Question question, RowFlaws flaws) {
    this.driftAtRow = flaws.driftAtRow();
    this.unknownKey = flaws.unknownKey();
    Breakdown breakdown = Breakdown.of(question.keys());
    for (List<Key> keys : shapes(question)) {
      shapes.add(keys.stream().map(key -> field(key, breakdown)).toList());
    }
  }

  /** Where rows of people and of vehicles are mixed, each lacks the keys of the other. */
  private static List<List<Key>> shapes(Question question) {
    List<Key> keys = question.keys();
    if (question.resolution().isAggregated() || !question.dataType().equals("vehicles_footfall")) {
      return List.of(keys);
    }
    return List.of(without(keys, "vehicles"), without(keys, "footfall"));
  }

  private static List<Key> without(List<Key> keys, String otherType) {
    List<String> others =
        KeyTable.find(otherType).orElseThrow().finest().stream().map(Key::name).toList();
    return keys.stream().filter(key -> key.isLeading() || !others.contains(key.name())).toList();
  }

  private static Field field(Key key, Breakdown breakdown) {
    boolean number = key.type() == KeyType.WHOLE || key.type() == KeyType.DECIMAL;
    return new Field(
        "\"" + key.name() + "\":", key.isLeading(), number, ValueWriter.of(key, breakdown));
  }

  /**
   * Appends a row as a JSON object.
   *
   * @param row its place in the order of serving; 1 is the first
   */
  void append(Scene scene, long row, StringBuilder json) {
    boolean drifts = driftAtRow.isPresent() && driftAtRow.getAsLong() == row;
    json.append('{');
    for (Field field : shapes.get(scene.shape())) {
      int before = json.length();
      if (json.charAt(before - 1) != '{') {
        json.append(',');
      }
      json.append(field.opening);
      if (drifts && field.number && !field.leading) {
        json.append(DRIFT);
        drifts = false;
      } else if (field.leading || scene.measured()) {
        int value = json.length();
        field.cell.append(scene, json);
        leaveOutIfNull(scene, before, value, json);
      } else {
        json.append(ValueWriter.NULL);
      }
    }
    if (unknownKey) {
      json.append(",\"").append(UNKNOWN_KEY).append("\":").append(scene.below(90, 20));
    }
    json.append('}');
  }

  /** What is not known is null in one row, and missing in another. */
  private static void leaveOutIfNull(Scene scene, int before, int value, StringBuilder json) {
    boolean isNull =
        json.length() - value == ValueWriter.NULL.length() && json.charAt(value) == 'n';
    if (isNull && scene.below(91, 2) == 0) {
      json.setLength(before);
    }
  }
}
