package dev.vidiexport.http.sandbox.data;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.http.sandbox.ExportArguments;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.http.sandbox.ServedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data type, at every resolution and from every kind of source, has the table's keys. */
class ServedKeysTest {
  private static final Map<KeyType, Pattern> WRITINGS =
      Map.of(
          KeyType.WHOLE, Pattern.compile("NUMBER -?[0-9]+(\\.0)?"),
          KeyType.DECIMAL, Pattern.compile("NUMBER -?[0-9]+\\.[0-9]{1,3}"),
          KeyType.TEXT, Pattern.compile("TEXT .+"),
          KeyType.BOOLEAN, Pattern.compile("BOOLEAN (true|false)"),
          KeyType.NESTED, Pattern.compile("NESTED \\[.*\\]"),
          KeyType.TIMESTAMP,
              Pattern.compile(
                  "TEXT [0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{6})?"));

  private static final Map<String, String> SOURCES =
      Map.of(
          "locations", "1056,1059",
          "sites", "201,202",
          "locationgroups", "301,302",
          "sitegroups", "401,402",
          "location_tags", "302,303",
          "site_tags", "401,402");

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static Stream<Arguments> exports() {
    List<Arguments> exports = new ArrayList<>();
    List<String> kinds = SOURCES.keySet().stream().sorted().toList();
    int turn = 0;
    for (DocumentedType type : KeyTable.types()) {
      for (Resolution resolution : type.resolutions()) {
        boolean typical = resolution == Resolution.FINEST || resolution == Resolution.ONE_HOUR;
        List<String> chosen = typical ? kinds : List.of(kinds.get(turn++ % kinds.size()));
        for (String kind : chosen) {
          exports.add(Arguments.of(type.name(), resolution, kind, false));
          if (type.takesGrouping() && resolution.isAggregated()) {
            exports.add(Arguments.of(type.name(), resolution, kind, true));
          }
        }
      }
    }
    return exports.stream();
  }

  @ParameterizedTest
  @MethodSource("exports")
  void areThoseOfTheTable(String name, Resolution resolution, String kind, boolean grouped) {
    Map<String, String> arguments =
        ExportArguments.from(
            ExportArguments.of(name, resolution.word(), "2016-04-25T00:00:00", end(resolution)),
            kind,
            SOURCES.get(kind));
    if (grouped) {
      arguments.put("group_by_demographics", "1");
    }
    List<Key> documented = KeyTable.find(name).orElseThrow().keys(resolution, grouped);
    Map<String, Key> keys = new HashMap<>();
    documented.forEach(key -> keys.put(key.name(), key));
    Set<String> seen = new HashSet<>();
    Set<String> told = new HashSet<>();

    Set<String> misfits = new TreeSet<>();

    ServedRow.all(sandbox.rows(arguments))
        .forEach(
            row -> {
              seen.addAll(row.keySet());
              row.forEach(
                  (key, value) -> {
                    if (!value.equals("NULL")) {
                      told.add(key);
                      if (!fits(keys.get(key), value)) {
                        misfits.add(key + ": " + value);
                      }
                    }
                  });
            });

    assertThat(misfits).isEmpty();
    assertThat(seen).isEqualTo(documented.stream().map(Key::name).collect(toSet()));
    assertThat(told).isEqualTo(seen);
  }

  private static boolean fits(Key key, String value) {
    return key == null || WRITINGS.get(key.type()).matcher(value).matches();
  }

  private static String end(Resolution resolution) {
    return switch (resolution) {
      case FINEST -> "2016-04-25T20:00:00";
      case FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES -> "2016-04-25T23:59:59";
      case ONE_HOUR -> "2016-04-27T23:59:59";
      case ONE_DAY -> "2016-05-24T23:59:59";
      case SEVEN_DAYS, THIRTY_DAYS, ONE_MONTH -> "2017-04-24T23:59:59";
    };
  }
}
