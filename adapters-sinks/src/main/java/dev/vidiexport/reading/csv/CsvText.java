package dev.vidiexport.reading.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import dev.vidiexport.reading.rows.PackedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The characters of a CSV file, without a byte order mark before them. Refuses bytes that are not
 * UTF-8.
 */
final class CsvText extends Reader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream file;
  private final Reader characters;
  private final boolean skipsMark;
  private boolean begun;
  private char last;

  private CsvText(InputStream file, Reader characters, boolean skipsMark) {
    this.file = file;
    this.characters = characters;
    this.skipsMark = skipsMark;
  }

  static CsvText open(Path file, ExpectedColumns expected, FileProblem problem) throws IOException {
    // A column may be called so.
    boolean skipsMark =
        expected.all().stream().noneMatch(column -> column.name().startsWith(BYTE_ORDER_MARK));
    InputStream bytes = null;
    try {
      bytes = Files.newInputStream(file);
      Reader characters = new InputStreamReader(PackedInput.of(bytes, file), UTF_8.newDecoder());
      return new CsvText(bytes, characters, skipsMark);
    } catch (IOException unreadable) {
      if (bytes != null) {
        bytes.close();
      }
      throw problem.unreadable(unreadable);
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = characters.read(into, offset, length);
    if (!begun && read > 0) {
      begun = true;
      if (skipsMark && into[offset] == BYTE_ORDER_MARK.charAt(0)) {
        System.arraycopy(into, offset + 1, into, offset, read - 1);
        return read == 1 ? read(into, offset, length) : remember(into, offset, read - 1);
      }
    }
    return read > 0 ? remember(into, offset, read) : read;
  }

  private int remember(char[] into, int offset, int read) {
    last = into[offset + read - 1];
    return read;
  }

  /** Every line that this program writes has an end, the last one, too. */
  void requireEndOfLine(FileProblem problem) throws IOException {
    if (last != '\n') {
      throw problem.of("it ends in the middle of a line");
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException alreadyRead) {
      // What was read is read; there is nothing that could be lost.
      last = 0;
    }
  }
}
