package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.files.Sha256;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How the staging folders of one output are called: {@code .NAME.vidiexport-} and 12 hexadecimal
 * digits. No two outputs of one folder share a name. Immutable.
 *
 * @param prefix what all of them begin with
 */
record StagingName(String prefix) {
  /** What stands in the name of every staging folder. */
  static final String MARK = ".vidiexport-";

  private static final int TOKEN_DIGITS = 12;
  private static final String TOKEN = "[0-9a-f]{" + TOKEN_DIGITS + "}";

  /** Leaves room for the rest within the 143 bytes of the strictest file system in use. */
  private static final int MOST_NAME_BYTES = 100;

  private static final int BYTES_OF_DIGEST = 8;

  /** The staging folders beside a file of that name. */
  static StagingName beside(String name) {
    return new StagingName("." + shortened(name) + MARK);
  }

  /** The staging folders of standard output, which no file's can be. */
  static StagingName ofStandardOutput() {
    return new StagingName(MARK);
  }

  /** A name that no other run is likely to choose. */
  String next() {
    long token = ThreadLocalRandom.current().nextLong();
    return prefix + HexFormat.of().toHexDigits(token, TOKEN_DIGITS);
  }

  /** Whether an entry has such a name. */
  boolean fits(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.startsWith(prefix) && name.substring(prefix.length()).matches(TOKEN);
  }

  private static String shortened(String name) {
    if (name.getBytes(UTF_8).length <= MOST_NAME_BYTES) {
      return name;
    }
    String digest = "~" + Sha256.of(name, BYTES_OF_DIGEST);
    StringBuilder start = new StringBuilder();
    int room = MOST_NAME_BYTES - digest.length();
    for (int codePoint : name.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      room -= character.getBytes(UTF_8).length;
      if (room < 0) {
        break;
      }
      start.append(character);
    }
    return start + digest;
  }
}
