package dev.vidiexport.domain.typing;

/**
 * A value as a body holds it, for tests. Immutable.
 *
 * @param kind how it is written
 * @param characters what a reader gives for it: without quotes, and empty for null
 */
public record JsonValue(ValueKind kind, String characters) {
  /** Null. */
  public static final JsonValue NULL = new JsonValue(ValueKind.NULL, "");

  /** Takes JSON apart; a text may hold anything between its quotes, and no escapes. */
  public static JsonValue of(String json) {
    return switch (json.charAt(0)) {
      case 'n' -> NULL;
      case 'N', 'I' -> new JsonValue(ValueKind.NON_FINITE, json);
      case '-' ->
          new JsonValue(json.equals("-Infinity") ? ValueKind.NON_FINITE : ValueKind.NUMBER, json);
      case 't', 'f' -> new JsonValue(ValueKind.BOOLEAN, json);
      case '{', '[' -> new JsonValue(ValueKind.NESTED, json);
      case '"' -> new JsonValue(ValueKind.TEXT, json.substring(1, json.length() - 1));
      default -> new JsonValue(ValueKind.NUMBER, json);
    };
  }

  /** Whether this is null. */
  public boolean isNull() {
    return kind == ValueKind.NULL;
  }

  /** The value as a body holds it again, without escapes. */
  public String json() {
    return switch (kind) {
      case NULL -> "null";
      case TEXT -> '"' + characters + '"';
      case NUMBER, NON_FINITE, BOOLEAN, NESTED -> characters;
    };
  }
}
