package dev.vidiexport.http.sandbox.data;

import java.time.LocalDateTime;

/** Writes the value of one key. */
@FunctionalInterface
interface ValueWriter {
  /** How {@code nothing} is written. */
  String NULL = "null";

  void append(Scene scene, StringBuilder json);

  /** What writes the values of a key in rows with this breakdown. */
  static ValueWriter of(Key key, Breakdown breakdown) {
    return switch (key.type()) {
      case TIMESTAMP -> time(key.name());
      case NESTED -> (scene, json) -> NestedLists.append(key.name(), scene, json);
      case BOOLEAN -> (scene, json) -> json.append(scene.crowd().passers() >= 1);
      case TEXT -> text(key.name(), breakdown);
      case DECIMAL -> decimal(Amounts.of(key.name()));
      case WHOLE -> whole(key.name(), breakdown);
    };
  }

  private static ValueWriter time(String key) {
    if (key.equals("watcher_start")) {
      return (scene, json) -> appendPreciseTime(scene.time(), json);
    }
    if (key.equals("footfall_start")) {
      return ValueWriter::appendFootfallStart;
    }
    return (scene, json) -> {
      json.append('"');
      VidiCenterJson.appendTime(scene.time(), scene.crowd().hours() == 0 ? 'T' : ' ', json);
      json.append('"');
    };
  }

  /** A little before the viewer looked; nothing for those whose footfall was not recorded. */
  private static void appendFootfallStart(Scene scene, StringBuilder json) {
    if (Double.isNaN(PassageAmounts.footfallOfViewer(scene))) {
      json.append(NULL);
    } else {
      appendPreciseTime(scene.time().minusSeconds(1 + scene.below(14, 9)), json);
    }
  }

  private static void appendPreciseTime(LocalDateTime time, StringBuilder json) {
    json.append('"');
    VidiCenterJson.appendPreciseTime(time, json);
    json.append('"');
  }

  private static ValueWriter text(String key, Breakdown breakdown) {
    return switch (key) {
      case "period_start_date" ->
          (scene, json) -> {
            json.append('"');
            VidiCenterJson.appendDate(scene.time(), json);
            json.append('"');
          };
      case "period_start_time" ->
          (scene, json) -> {
            json.append('"');
            VidiCenterJson.appendHourAndMinute(scene.time(), json);
            json.append('"');
          };
      default ->
          (scene, json) -> {
            String text = Words.of(key, breakdown, scene);
            if (text == null) {
              json.append(NULL);
            } else {
              VidiCenterJson.appendQuoted(text, json);
            }
          };
    };
  }

  private static ValueWriter decimal(Amount amount) {
    return (scene, json) -> {
      double value = amount.of(scene);
      if (Double.isNaN(value)) {
        json.append(NULL);
      } else {
        VidiCenterJson.appendDecimal(value, json);
      }
    };
  }

  /** Counts are written as {@code 27.0} now and then, durations always. */
  private static ValueWriter whole(String key, Breakdown breakdown) {
    if (key.equals("location_id") || key.equals("site_id")) {
      return (scene, json) -> json.append(scene.place().id());
    }
    boolean duration = key.equals("duration");
    Amount amount =
        duration
            ? scene -> ScreenAmounts.duration(scene, breakdown == Breakdown.CONTENT)
            : Amounts.of(key);
    boolean count = KeyType.isCount(key);
    int habit = key.hashCode();
    return (scene, json) -> {
      double value = amount.of(scene);
      if (Double.isNaN(value)) {
        json.append(NULL);
        return;
      }
      json.append((long) value);
      if (duration || (count && scene.below(habit, 16) == 0)) {
        json.append(".0");
      }
    };
  }
}
