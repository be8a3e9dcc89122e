package dev.vidiexport.app.bench.body;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;

/** Writes rows into a file, which gets its name when it is complete; the same rows every time. */
final class RowsFile {
  private static final long SEED = 20160429;
  private static final int FLUSH_CHARACTERS = 64 * 1024;

  private final Shape shape;
  private final long rows;

  RowsFile(Shape shape, long rows) {
    this.shape = shape;
    this.rows = rows;
  }

  /** Writes a file if it is not there yet. */
  void write(Path file, String before, String behind) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      StringBuilder text = new StringBuilder(before);
      JsonRow json = new JsonRow(text);
      RowMaker maker = shape.rows();
      SplittableRandom random = new SplittableRandom(SEED);
      for (long row = 0; row < rows; row++) {
        text.append(row == 0 ? "" : ", ");
        maker.append(row, random, json);
        if (text.length() > FLUSH_CHARACTERS) {
          out.write(text.toString().getBytes(US_ASCII));
          text.setLength(0);
        }
      }
      out.write(text.append(behind).toString().getBytes(US_ASCII));
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
