package dev.vidiexport.http.sandbox.data;

import java.time.LocalDateTime;
import java.util.List;

/** Writes the lists that rows of a single person hold. */
final class NestedLists {
  private static final List<String> MOODS =
      List.of("very_happy", "happy", "neutral", "unhappy", "very_unhappy");

  private NestedLists() {}

  static int visits(Scene scene) {
    return scene.below(40, 3);
  }

  static int clips(Scene scene) {
    return scene.below(41, 3);
  }

  static int doorPasses(Scene scene) {
    return scene.below(42, 2);
  }

  static void append(String key, Scene scene, StringBuilder json) {
    switch (key) {
      case "contents" -> appendContents(scene, json);
      case "visits" -> appendTimed(visits(scene), "Zone", scene, json);
      case "clips" -> appendTimed(clips(scene), "Clip", scene, json);
      case "doorpass" -> appendTimed(doorPasses(scene), "Door", scene, json);
      default -> throw new IllegalArgumentException("There is no list called " + key);
    }
  }

  /** What was on the screen while somebody looked: one or two contents. */
  private static void appendContents(Scene scene, StringBuilder json) {
    List<String> ids = Breakdown.CONTENT.items();
    json.append('[');
    for (int content = 0; content <= scene.below(43, 2); content++) {
      double dwell = Math.rint(1000 + 9000 * scene.noise(44 + content));
      json.append(content == 0 ? "{\"content_id\":" : ",{\"content_id\":");
      VidiCenterJson.appendQuoted(ids.get((scene.item() + content) % ids.size()), json);
      json.append(",\"campaign_id\":\"c-").append(1 + scene.below(46, 9)).append('"');
      appendNumber("dwell_time_in_milliseconds", dwell, json);
      appendNumber("attention_time_in_milliseconds", dwell * scene.noise(47), json);
      for (int mood = 0; mood < MOODS.size(); mood++) {
        appendNumber(MOODS.get(mood) + "_time", dwell / 10 * scene.noise(50 + mood), json);
      }
      json.append('}');
    }
    json.append(']');
  }

  private static void appendTimed(int count, String noun, Scene scene, StringBuilder json) {
    json.append('[');
    for (int index = 0; index < count; index++) {
      LocalDateTime start = scene.time().plusSeconds(1 + index * 5L);
      json.append(index == 0 ? "{\"id\":" : ",{\"id\":").append(index + 1).append(",\"name\":");
      VidiCenterJson.appendQuoted(noun + " " + (index + 1), json);
      json.append(",\"timings\":[{\"start\":\"");
      VidiCenterJson.appendPreciseTime(start, json);
      json.append("\",\"duration\":");
      VidiCenterJson.appendDecimal(0.5 + 4 * scene.noise(60 + index), json);
      json.append("}]}");
    }
    json.append(']');
  }

  private static void appendNumber(String key, double value, StringBuilder json) {
    json.append(",\"").append(key).append("\":").append(Math.round(value));
  }
}
