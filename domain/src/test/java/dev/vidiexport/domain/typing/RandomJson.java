package dev.vidiexport.domain.typing;

import java.util.List;
import java.util.Random;

/** Makes up JSON values, with a liking for those at the edges of the rules. */
public final class RandomJson {
  private static final List<String> EDGES =
      List.of(
          "0",
          "-0",
          "0.0",
          "-0.0",
          "0e9999",
          "1.0",
          "1e2",
          "1.5",
          "9007199254740991",
          "9007199254740992",
          "-9007199254740992",
          "9007199254740993",
          "-9007199254740993",
          "9007199254740993.0",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "9223372036854775807.0",
          "9.223372036854775807e18",
          "9.223372036854775808e18",
          "1.7976931348623157e308",
          "1.7976931348623159e308",
          "1e400",
          "1e-400",
          "4.9e-324",
          "2e-324",
          "12345678901234567.5",
          "1234567890123456.5",
          "0.1",
          "0.10000000000000000",
          "0.100000000000000000",
          "100000000000000000000");

  private RandomJson() {}

  /** A number as JSON may write it. */
  public static String number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> EDGES.get(random.nextInt(EDGES.size()));
      case 1 -> sign(random) + integer(random, 1 + random.nextInt(4));
      case 2 -> sign(random) + integer(random, 15 + random.nextInt(8));
      case 3 -> sign(random) + integer(random, 1 + random.nextInt(10)) + fraction(random, 10);
      case 4 ->
          sign(random)
              + integer(random, 1 + random.nextInt(3))
              + (random.nextBoolean() ? fraction(random, 20) : "")
              + exponent(random, random.nextBoolean() ? 25 : 360);
      default -> sign(random) + integer(random, 1 + random.nextInt(20)) + fraction(random, 25);
    };
  }

  private static String sign(Random random) {
    return random.nextInt(4) == 0 ? "-" : "";
  }

  private static String integer(Random random, int digits) {
    StringBuilder text = new StringBuilder();
    text.append((char) ((digits == 1 ? '0' : '1') + random.nextInt(9)));
    boolean zeros = random.nextInt(4) == 0;
    while (text.length() < digits) {
      text.append((char) (zeros ? '0' : '0' + random.nextInt(10)));
    }
    return text.toString();
  }

  private static String fraction(Random random, int most) {
    StringBuilder text = new StringBuilder(".");
    boolean zeros = random.nextInt(3) == 0;
    int digits = 1 + random.nextInt(most);
    while (text.length() <= digits) {
      text.append((char) (zeros ? '0' : '0' + random.nextInt(10)));
    }
    return text.toString();
  }

  private static String exponent(Random random, int most) {
    return (random.nextBoolean() ? "e" : "E")
        + List.of("", "+", "-").get(random.nextInt(3))
        + random.nextInt(most);
  }

  /** A text of proper Unicode, mostly short. */
  public static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(random.nextInt(20) == 0 ? 400 : 8);
    for (int index = 0; index < length; index++) {
      text.appendCodePoint(codePoint(random));
    }
    return text.toString();
  }

  private static int codePoint(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(0x80);
      case 1 -> 0x80 + random.nextInt(0x780);
      case 2 -> 0x800 + random.nextInt(0xD000);
      case 3 -> 0xE000 + random.nextInt(0x2000);
      case 4 -> 0x10000 + random.nextInt(0x100000);
      default -> 'a' + random.nextInt(26);
    };
  }

  /** A time as VidiCenter writes it, or something that only looks like one. */
  public static String timestamp(Random random) {
    return "%04d-%02d-%02d%s%02d:%02d:%02d%s"
        .formatted(
            random.nextInt(20) == 0 ? random.nextInt(10_000) : 2016 + random.nextInt(10),
            random.nextInt(40) == 0 ? random.nextInt(100) : 1 + random.nextInt(12),
            random.nextInt(10) == 0 ? random.nextInt(100) : 1 + random.nextInt(31),
            random.nextBoolean() ? "T" : " ",
            random.nextInt(40) == 0 ? random.nextInt(100) : random.nextInt(24),
            random.nextInt(40) == 0 ? random.nextInt(100) : random.nextInt(60),
            random.nextInt(40) == 0 ? random.nextInt(100) : random.nextInt(60),
            random.nextInt(4) == 0 ? digits(random) : "");
  }

  private static String digits(Random random) {
    StringBuilder text = new StringBuilder(".");
    for (int digits = random.nextInt(8); digits > 0; digits--) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  /** A number that is not finite, as Python writes it. */
  public static JsonValue nonFinite(Random random) {
    return JsonValue.of(List.of("NaN", "Infinity", "-Infinity").get(random.nextInt(3)));
  }

  /** A value of any kind. */
  public static JsonValue value(Random random) {
    return switch (random.nextInt(13)) {
      case 0 -> JsonValue.NULL;
      case 1 -> JsonValue.of(random.nextBoolean() ? "true" : "false");
      case 2 -> JsonValue.of(random.nextBoolean() ? "{\"id\":1.0}" : "[]");
      case 3 -> new JsonValue(ValueKind.TEXT, text(random));
      case 4 -> new JsonValue(ValueKind.TEXT, timestamp(random));
      case 5 -> new JsonValue(ValueKind.TEXT, number(random));
      case 6 -> nonFinite(random);
      default -> new JsonValue(ValueKind.NUMBER, number(random));
    };
  }
}
