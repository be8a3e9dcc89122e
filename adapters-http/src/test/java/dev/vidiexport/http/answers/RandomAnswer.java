package dev.vidiexport.http.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes random finished answers, with white space, escapes and the order of keys at random. */
final class RandomAnswer {
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "7",
    "-12",
    "1056",
    "3.14",
    "-0.001",
    "1e5",
    "2E-7",
    "1.50e+300",
    "1e999",
    "9223372036854775807",
    "9223372036854775808",
    "-123456789012345678901234567890",
    "1.0"
  };
  private static final String[] CHARACTERS = {
    "a",
    "Z",
    " ",
    "é",
    "東",
    "😀",
    "\\n",
    "\\t",
    "\\\"",
    "\\\\",
    "\\/",
    "\\u0000",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\u001F",
    "\u2028",
    "{",
    "]",
    ","
  };
  private static final String[] SPACES = {"", "", "", " ", "\n", "\r\n", "\t ", "   "};

  private final Random random;

  RandomAnswer(Random random) {
    this.random = random;
  }

  String text() {
    List<String> entries =
        new ArrayList<>(
            List.of(
                entry("state", "\"finished\""), entry("data", rows()), entry("more", value(0))));
    if (random.nextBoolean()) {
      entries.add(entry("creation_date", text(5)));
    }
    if (random.nextBoolean()) {
      entries.add(entry("status", "\"odd\""));
    }
    Collections.shuffle(entries, random);
    String mark = random.nextInt(4) == 0 ? "\ufeff" : "";
    return mark + space() + joined("{", entries, "}") + space();
  }

  private String rows() {
    List<String> rows = new ArrayList<>();
    for (int row = random.nextInt(6); row > 0; row--) {
      List<String> entries = new ArrayList<>();
      for (int key = 0; key < 8; key++) {
        if (random.nextInt(3) > 0) {
          entries.add(entry(String.format(Locale.ROOT, "kéy_%d", key), value(0)));
        }
      }
      if (random.nextInt(4) == 0) {
        Collections.shuffle(entries, random);
      }
      rows.add(joined("{", entries, "}"));
    }
    return joined("[", rows, "]");
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2, 3 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 4 -> text(random.nextInt(10) == 0 ? 300 : 8);
      case 5 -> joined("[", List.of(value(depth + 1), value(depth + 1)), "]");
      default -> joined("{", List.of(entry("b", value(depth + 1)), entry("a", "1.50")), "}");
    };
  }

  private String text(int most) {
    StringBuilder text = new StringBuilder("\"");
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.append('"').toString();
  }

  private String entry(String key, String value) {
    return '"' + key + '"' + space() + ":" + space() + value;
  }

  private String joined(String open, List<String> parts, String close) {
    StringBuilder joined = new StringBuilder(open).append(space());
    for (int index = 0; index < parts.size(); index++) {
      joined.append(parts.get(index)).append(space());
      joined.append(index < parts.size() - 1 ? "," + space() : "");
    }
    return joined.append(close).toString();
  }

  private String space() {
    return SPACES[random.nextInt(SPACES.length)];
  }
}
