package dev.vidiexport.app.cli;

/**
 * Characters that were lost: under a locale such as C, Java turns every character beyond ASCII on
 * the command line and in the environment into a replacement character before anybody can look at
 * it.
 */
final class UnmappableCharacters {
  private static final String REPLACEMENT = "\uFFFD";

  private UnmappableCharacters() {}

  static boolean areIn(String text) {
    return text.contains(REPLACEMENT);
  }

  static String problem(String what) {
    return what + " has characters that this locale cannot represent. Set LC_ALL=C.UTF-8.";
  }
}
