package dev.vidiexport.http.network;

/** What is wrong with a property of Java, for the user. */
final class WrongProperty {
  private WrongProperty() {}

  /**
   * Says it in a sentence.
   *
   * @param sentence has two places
   * @param property goes into the first, as it is
   * @param value goes into the second, in quotes
   */
  static IllegalArgumentException of(String sentence, String property, String value) {
    return new IllegalArgumentException(sentence.formatted(property, ShownValue.quoted(value)));
  }
}
