package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Turns characters into UTF-8, and refuses those that are not Unicode text. */
public final class Utf8 {
  /** What one {@code char} can take at most; a surrogate pair takes four bytes for two. */
  public static final int MAX_BYTES_PER_CHAR = 3;

  private Utf8() {}

  /**
   * Lets proper Unicode pass.
   *
   * @throws NotUnicodeException when a surrogate stands alone
   */
  public static void check(char[] characters, int offset, int length) {
    int end = offset + length;
    int index = offset;
    while (index < end) {
      char character = characters[index++];
      if (Character.isSurrogate(character)) {
        if (index == end || !Character.isSurrogatePair(character, characters[index])) {
          throw new NotUnicodeException();
        }
        index++;
      }
    }
  }

  /**
   * The bytes of a text.
   *
   * @throws NotUnicodeException when a surrogate stands alone
   */
  static byte[] bytes(String text) {
    char[] characters = text.toCharArray();
    check(characters, 0, characters.length);
    return text.getBytes(UTF_8);
  }

  /**
   * Encodes characters into an array that has room for them.
   *
   * @return the index after the last byte written
   * @throws NotUnicodeException when a surrogate stands alone
   */
  public static int encode(char[] characters, int offset, int length, byte[] into, int at) {
    int end = offset + length;
    int index = offset;
    int out = at;
    while (index < end && characters[index] < 0x80) {
      into[out++] = (byte) characters[index++];
    }
    while (index < end) {
      char character = characters[index++];
      if (character < 0x80) {
        into[out++] = (byte) character;
      } else if (character < 0x800) {
        into[out++] = (byte) (0xC0 | (character >> 6));
        into[out++] = (byte) (0x80 | (character & 0x3F));
      } else if (!Character.isSurrogate(character)) {
        into[out++] = (byte) (0xE0 | (character >> 12));
        into[out++] = (byte) (0x80 | ((character >> 6) & 0x3F));
        into[out++] = (byte) (0x80 | (character & 0x3F));
      } else {
        if (index == end || !Character.isSurrogatePair(character, characters[index])) {
          throw new NotUnicodeException();
        }
        int codePoint = Character.toCodePoint(character, characters[index++]);
        into[out++] = (byte) (0xF0 | (codePoint >> 18));
        into[out++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        into[out++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        into[out++] = (byte) (0x80 | (codePoint & 0x3F));
      }
    }
    return out;
  }
}
