package dev.vidiexport.http.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Arguments of exports. */
public final class ExportArguments {
  private ExportArguments() {}

  /** Of the locations 1056 to 1059. */
  public static Map<String, String> of(
      String dataType, String resolution, String start, String end) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("locations", "1056,1057,1058,1059");
    arguments.put("data_type", dataType);
    arguments.put("time_resolution", resolution);
    arguments.put("start", start);
    arguments.put("end", end);
    if (dataType.startsWith("extrapolated_")) {
      arguments.put("extrapolation_amount", "");
    }
    return arguments;
  }

  /** The worked example of the specification. */
  static Map<String, String> example() {
    Map<String, String> arguments =
        of("viewers", "1h", "2016-04-29T10:00:00", "2016-04-29T11:00:00");
    arguments.put("locations", "1056");
    return arguments;
  }

  static Map<String, String> with(Map<String, String> arguments, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return more;
  }

  /** The same with other sources. */
  public static Map<String, String> from(Map<String, String> arguments, String kind, String ids) {
    Map<String, String> other = new LinkedHashMap<>(arguments);
    other.remove("locations");
    other.put(kind, ids);
    return other;
  }
}
