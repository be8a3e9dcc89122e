package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

/**
 * A value that is JSON and not a text: a number, literal, object or array, character for character
 * and without white space. Immutable.
 *
 * @param characters the JSON
 */
public record JsonText(String characters) {
  public JsonText {
    requireNonNull(characters, "characters must not be null");
  }
}
