package dev.vidiexport.domain.table;

/** Turns characters into UTF-8, and refuses those that are not Unicode text. */
final class Utf8 {
  /** What one {@code char} can take at most; a surrogate pair takes four bytes for two. */
  static final int MAX_BYTES_PER_CHAR = 3;

  private Utf8() {}

  /**
   * Lets proper Unicode pass.
   *
   * @throws NotUnicodeException when a surrogate stands alone
   */
  static void check(char[] characters, int offset, int length) {
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

  /** How many bytes proper Unicode takes; an upper bound for anything else. */
  static int length(char[] characters, int offset, int length) {
    int bytes = 0;
    for (int index = offset; index < offset + length; index++) {
      char character = characters[index];
      bytes = Math.addExact(bytes, bytesOf(character));
    }
    return bytes;
  }

  /** Each half of a surrogate pair takes half of its four bytes. */
  private static int bytesOf(char character) {
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 || Character.isSurrogate(character) ? 2 : MAX_BYTES_PER_CHAR;
  }

  /**
   * Encodes characters into an array that has room for them.
   *
   * @return the index behind the last byte written
   * @throws NotUnicodeException when a surrogate stands alone
   */
  static int encode(char[] characters, int offset, int length, byte[] into, int at) {
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
