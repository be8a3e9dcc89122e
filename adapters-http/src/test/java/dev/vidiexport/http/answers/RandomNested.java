package dev.vidiexport.http.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random objects and arrays, with white space anywhere between tokens. */
final class RandomNested {
  private static final int MOST_DEPTH = 5;
  private static final String[] PLAIN_SCALARS = {
    "0", "-1", "12.50", "1e9", "-0.0E-7", "1e400", "null", "true", "false"
  };
  private static final String[] ODD_SCALARS = {"NaN", "Infinity", "-Infinity"};
  private static final String[] PLAIN_PIECES = {
    "a",
    "content",
    "a longer text, with more than eight bytes",
    "é",
    "銀",
    "\uD83D\uDE00",
    "\u2028",
    "\\\"",
    "\\\\",
    "\\n",
    "\\b",
    "/",
    "'",
    "{",
    "]",
    ",",
    ": "
  };
  private static final String[] ODD_PIECES = {
    "\\/", "\\u0041", "\\u00e9", "\\ud83d\\ude00", "\\u0000", "\\u001f", "\\u0022", "\\u005C"
  };

  private final Random random;
  private boolean plain;
  private final String space;

  RandomNested(Random random) {
    this.random = random;
    this.space = random.nextBoolean() ? "" : " ";
  }

  /** A value that is written without anything but white space being left out. */
  String plain() {
    plain = true;
    return container(1);
  }

  /** A value in which other things may stand, too. */
  String any() {
    plain = false;
    return container(1);
  }

  /**
   * A plain list of objects that have the same names, and mostly the same white space: more members
   * than there are in a row of any type, and deeper down than separators are remembered.
   */
  String repeated() {
    plain = true;
    List<String> names = new ArrayList<>();
    for (int count = 1 + random.nextInt(20); count > 0; count--) {
      names.add(text());
    }
    List<String> objects = new ArrayList<>();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      objects.add(object(names, 1));
    }
    return "[" + String.join(someSpace() + ",", objects) + "]";
  }

  private String object(List<String> names, int depth) {
    List<String> members = new ArrayList<>();
    for (String name : names.subList(0, 1 + random.nextInt(names.size()))) {
      boolean isDeeper = depth < MOST_DEPTH && random.nextInt(8) == 0;
      String value = isDeeper ? object(names, depth + 1) : random.nextBoolean() ? scalar() : text();
      members.add(someSpace() + name + someSpace() + ":" + someSpace() + value + someSpace());
    }
    return "{" + String.join(",", members) + "}";
  }

  private String container(int depth) {
    boolean isObject = random.nextBoolean();
    List<String> entries = new ArrayList<>();
    for (int count = random.nextInt(5); count > 0; count--) {
      String value = someSpace() + value(depth) + someSpace();
      entries.add(isObject ? someSpace() + text() + someSpace() + ":" + value : value);
    }
    String inner = entries.isEmpty() ? someSpace() : String.join(",", entries);
    return isObject ? "{" + inner + "}" : "[" + inner + "]";
  }

  private String value(int depth) {
    int kind = random.nextInt(depth < MOST_DEPTH ? 4 : 3);
    return kind == 3 ? container(depth + 1) : kind == 2 ? text() : scalar();
  }

  private String scalar() {
    return one(PLAIN_SCALARS, ODD_SCALARS);
  }

  private String text() {
    StringBuilder text = new StringBuilder("\"");
    for (int count = random.nextInt(4); count > 0; count--) {
      text.append(one(PLAIN_PIECES, ODD_PIECES));
    }
    return text.append('"').toString();
  }

  /** Mostly the same. */
  private String someSpace() {
    return random.nextInt(10) == 0 ? "\n\t\r ".substring(random.nextInt(5)) : space;
  }

  private String one(String[] usual, String[] odd) {
    String[] from = plain || random.nextInt(12) > 0 ? usual : odd;
    return from[random.nextInt(from.length)];
  }
}
