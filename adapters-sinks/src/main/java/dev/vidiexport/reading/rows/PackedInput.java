package dev.vidiexport.reading.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a file that is packed, by what it begins with: its name need not tell. */
public final class PackedInput {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int FIRST = 0x1F;
  private static final int SECOND = 0x8B;

  private PackedInput() {}

  /**
   * The bytes that were packed, or those that there are. No text begins like packed bytes.
   *
   * @param name of the file, whose ending may say that it is packed
   * @throws IOException when the beginning cannot be read, or is damaged
   */
  public static InputStream of(InputStream file, Path name) throws IOException {
    PushbackInputStream input = new PushbackInputStream(file, 2);
    byte[] magic = input.readNBytes(2);
    input.unread(magic);
    boolean packed = magic.length == 2 && (magic[0] & 0xFF) == FIRST && (magic[1] & 0xFF) == SECOND;
    if (!packed && name.toString().endsWith(".gz")) {
      throw new ZipException("not packed");
    }
    return packed ? new GZIPInputStream(input, BUFFER_BYTES) : input;
  }
}
