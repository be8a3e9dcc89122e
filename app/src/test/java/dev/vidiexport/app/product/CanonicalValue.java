package dev.vidiexport.app.product;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.table.ColumnType;
import java.math.BigDecimal;

/** Spells values so that two are spelt alike if, and only if, they are the same value. */
final class CanonicalValue {
  /** Unlike any text, and unlike zero. */
  static final String NULL = "null";

  private CanonicalValue() {}

  /** A value that came as JSON. */
  static String ofJson(JsonElement value, ColumnType type) {
    if (value == null || value.isJsonNull()) {
      return NULL;
    }
    boolean fits =
        switch (type) {
          case WHOLE, DECIMAL -> value.getAsJsonPrimitive().isNumber();
          case BOOLEAN -> value.getAsJsonPrimitive().isBoolean();
          case TEXT, TIMESTAMP -> value.getAsJsonPrimitive().isString();
          case NESTED -> !value.isJsonPrimitive();
        };
    if (!fits) {
      throw new AssertionError("Not %s: %s".formatted(type.label(), value));
    }
    return ofText(type == ColumnType.NESTED ? value.toString() : value.getAsString(), type);
  }

  /** A value of which only the characters are known; not null. */
  static String ofText(String characters, ColumnType type) {
    return switch (type) {
      case WHOLE, DECIMAL -> number(characters);
      case TIMESTAMP -> timestamp(characters);
      case NESTED -> "nested " + JsonParser.parseString(characters);
      case BOOLEAN, TEXT -> "\"" + characters + "\"";
    };
  }

  private static String number(String characters) {
    BigDecimal number = new BigDecimal(characters);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Six digits of fraction where there is one. */
  private static String timestamp(String characters) {
    String text = characters.replace('T', ' ');
    int point = text.indexOf('.');
    String fraction = point < 0 ? "" : (text.substring(point + 1) + "000000").substring(0, 6);
    String seconds = point < 0 ? text : text.substring(0, point);
    return "time " + seconds + (fraction.matches("0*") ? "" : "." + fraction);
  }
}
