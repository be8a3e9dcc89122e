package dev.vidiexport.app.bench.body;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * The prepared bodies, as files that stay for the next run. They are written here and not by the
 * sandbox, because that writes other shapes, more slowly, and without the spaces of the service.
 */
public final class Bodies {
  /** How a body begins. */
  public static final String BEFORE_ROWS =
      "{\"state\": \"finished\", \"creation_date\": \"2025-01-02 03:04:05\", \"data\": [";

  /** How a body ends. */
  public static final String BEHIND_ROWS = "]}";

  private final Path folder;

  /** Bodies in a folder, which is made where it is missing. */
  public Bodies(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** A whole body with so many rows. */
  public Path plain(Shape shape, long rows) throws IOException {
    Path file = folder.resolve("%s-%s.json".formatted(shape.label(), rows));
    new RowsFile(shape, rows).write(file, BEFORE_ROWS, BEHIND_ROWS);
    return file;
  }

  /** The same body, compressed. */
  public Path packed(Shape shape, long rows) throws IOException {
    Path plain = plain(shape, rows);
    Path file = plain.resolveSibling(plain.getFileName() + ".gz");
    if (Files.exists(file)) {
      return file;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part), 64 * 1024)) {
      Files.copy(plain, out);
    }
    return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Rows alone, without what stands before and behind them in a body. */
  public Path rows(Shape shape, long rows) throws IOException {
    Path file = folder.resolve("%s-%s.rows".formatted(shape.label(), rows));
    new RowsFile(shape, rows).write(file, "", "");
    return file;
  }
}
