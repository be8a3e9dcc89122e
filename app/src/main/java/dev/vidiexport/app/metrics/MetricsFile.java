package dev.vidiexport.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.staging.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The file that a collector reads: a node exporter's, which runs as another user. A new one can be
 * read by everybody, whatever the umask; what was there keeps its mode. One call at a time; of
 * several processes that write it, the last wins.
 */
public final class MetricsFile {
  /** A node exporter reads no other names. */
  public static final String ENDING = ".prom";

  private static final String STANDARD_OUTPUT = "-";

  /** How every file begins that a run wrote. */
  private static final String BEGIN = "# HELP vidiexport_";

  /** Thousands of exports have less. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Path path;
  private final AtomicFile file;
  private final String name;

  private MetricsFile(Path path, AtomicFile file, String name) {
    this.path = path;
    this.file = file;
    this.name = name;
  }

  /**
   * The file of a name.
   *
   * @param written as the user wrote it; a valid path
   * @throws IllegalArgumentException with a clause that goes on after the option's name, when it
   *     names no file
   */
  public static MetricsFile of(String written) {
    if (written.equals(STANDARD_OUTPUT)) {
      throw new IllegalArgumentException(
          "must name a file, because standard output is for data alone, but was \"-\"");
    }
    Path path = Path.of(written);
    String last = String.valueOf(path.getFileName());
    int end = last.length() - ENDING.length();
    return new MetricsFile(
        path,
        AtomicFile.readableByAll(written),
        end > 0 && last.endsWith(ENDING) ? last.substring(0, end) : last);
  }

  /** Whether a node exporter would read a file of that name. */
  public boolean isCollected() {
    return String.valueOf(path.getFileName()).endsWith(ENDING);
  }

  /** What tells the run apart from those of other files: the file's name without its ending. */
  String name() {
    return name;
  }

  /**
   * Finds out whether it can be written. Leaves nothing behind.
   *
   * @throws dev.vidiexport.domain.failure.ExportException {@code OUTPUT_NOT_WRITTEN}
   */
  void check() {
    file.check();
  }

  /** Whether another name leads to the same file, through links or not. */
  public boolean isNamedBy(String other) {
    return file.isNamedBy(other);
  }

  /** The last success that it tells, as it stands now. */
  EarlierSuccess earlierSuccess(Instant now) {
    if (!Files.exists(path)) {
      return EarlierSuccess.in("", "", now);
    }
    try (InputStream in = Files.newInputStream(requireFile())) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? EarlierSuccess.unusable("it is larger than 8 MiB")
          : EarlierSuccess.in(
              UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), label(), now);
    } catch (CharacterCodingException notText) {
      return EarlierSuccess.unusable("it is not UTF-8");
    } catch (IOException unreadable) {
      return EarlierSuccess.unusable(
          FileSystemReason.of(unreadable, "something is in the way of reading it"));
    }
  }

  /**
   * Whether something is there that no run wrote. A command line that is right would have said what
   * it is; one that is wrong must not replace it.
   */
  boolean holdsSomethingElse() {
    if (!Files.exists(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(requireFile())) {
      String begin = new String(in.readNBytes(BEGIN.length()), UTF_8);
      return !begin.isEmpty() && !begin.equals(BEGIN);
    } catch (IOException unreadable) {
      return true; // Nobody knows what would be lost.
    }
  }

  /** Whatever else has this name could keep its reader waiting. */
  private Path requireFile() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("it is no file");
    }
    return path;
  }

  private String label() {
    return "%s=\"%s\""
        .formatted(
            RunMetrics.EXPORT,
            name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
  }

  /**
   * Replaces it as a whole.
   *
   * @throws dev.vidiexport.domain.failure.ExportException {@code OUTPUT_NOT_WRITTEN}; what was
   *     there is as it was
   */
  void write(RunFigures figures) {
    file.replace(
        PrometheusText.of(RunMetrics.of(requireNonNull(figures, "figures must not be null"))));
  }
}
