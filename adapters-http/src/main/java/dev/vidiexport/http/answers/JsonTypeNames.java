package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonToken;

/** Kinds of JSON values in words for people. */
final class JsonTypeNames {
  private JsonTypeNames() {}

  static String of(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "null";
      default -> "something else";
    };
  }
}
