package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes random answers most of whose rows are plain. */
final class PlainBody {
  private static final String[] VALUES = {
    "0",
    "-1",
    "12.50",
    "1e9",
    "null",
    "NaN",
    "Infinity",
    "-Infinity",
    "true",
    "false",
    "\"\"",
    "\"text\"",
    "\"é銀\"",
    "\"2016-04-29\""
  };
  private static final String[] ODD_VALUES = {
    "[1, NaN]", "{\"x\": null}", "\"\\n\"", "\"\\u00e9\""
  };
  private static final String[] KEYS = {"location_id", "period_start", "kéy", "a", "ab", ""};

  private final Random random;
  private final RandomNested nested;
  private final String space;

  PlainBody(Random random) {
    this.random = random;
    this.nested = new RandomNested(random);
    this.space = random.nextBoolean() ? "" : " ";
  }

  byte[] bytes() {
    List<String> rows = new ArrayList<>();
    for (int count = random.nextInt(40); count > 0; count--) {
      rows.add(row());
    }
    String data = String.join("," + space, rows);
    return "{\"state\":%s\"finished\",%s\"data\":%s[%s]}"
        .formatted(space, space, space, data)
        .getBytes(UTF_8);
  }

  private String row() {
    boolean odd = random.nextInt(8) == 0;
    List<String> entries = new ArrayList<>();
    for (String key : keys()) {
      if (random.nextInt(10) > 0) {
        String value = odd && random.nextBoolean() ? oddValue() : value();
        entries.add("\"%s\":%s%s".formatted(key, someSpace(), value));
      }
    }
    if (odd && random.nextBoolean()) {
      entries.add("\"new %s\":1".formatted(random.nextInt(5)));
    }
    return "{" + String.join("," + someSpace(), entries) + "}";
  }

  private String value() {
    return random.nextInt(6) == 0 ? nested.plain() : VALUES[random.nextInt(VALUES.length)];
  }

  private String oddValue() {
    return random.nextInt(3) == 0 ? nested.any() : ODD_VALUES[random.nextInt(ODD_VALUES.length)];
  }

  /** Mostly in the same order. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(KEYS));
    if (random.nextInt(10) == 0) {
      Collections.shuffle(keys, random);
    }
    return keys;
  }

  /** Mostly the same. */
  private String someSpace() {
    return random.nextInt(20) == 0 ? "\n\t ".substring(random.nextInt(4)) : space;
  }
}
