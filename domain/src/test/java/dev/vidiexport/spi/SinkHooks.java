package dev.vidiexport.spi;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a sink tells the kit. */
abstract class SinkHooks {
  @TempDir Path folder;

  /** The provider under test; a new one, or the same, each time. */
  protected abstract SinkProvider provider();

  /**
   * Reads a complete output, with another library than the one that wrote it. Override this one, or
   * {@link #readBack(Path, Schema)} where the format does not tell the types of its columns.
   *
   * @param output the file that was written; for a sink of kind EXTERNAL, the path whose {@link
   *     #externalName} it was given
   */
  protected ReadTable readBack(Path output) throws Exception {
    throw new AssertionError(
        "Override readBack(Path), or readBack(Path, Schema), so that the kit can read what was"
            + " written");
  }

  /**
   * Reads a complete output, with another library than the one that wrote it; with the help of
   * {@link #readBack(Path)} alone unless overridden.
   *
   * @param output as there
   * @param schema the columns that were written, for formats that hold fewer types
   */
  protected ReadTable readBack(Path output, Schema schema) throws Exception {
    return readBack(output);
  }

  /**
   * Reads the rows of a complete output one after the other, for the fact of a million rows; all of
   * {@link #readBack(Path, Schema)} unless overridden. Override it where a table of a million rows
   * is too much for the tests' own memory, or takes too long. The kit closes the stream.
   *
   * @param output as in {@link #readBack(Path)}
   * @param schema the columns that were written
   */
  protected Stream<List<Object>> readRows(Path output, Schema schema) throws Exception {
    return readBack(output, schema).rows().stream();
  }

  /** The options that all sinks of this kit are opened with; none unless overridden. */
  protected Map<String, String> options() {
    return Map.of();
  }

  /** Which of the format's extensions the output has; none unless overridden. */
  protected Optional<String> extension() {
    return Optional.empty();
  }

  /**
   * What a value means once the format has held it; the value itself unless overridden. Say here,
   * and only here, what the format cannot tell apart: one without JSON gives {@code value
   * instanceof JsonText json ? json.characters() : value}.
   *
   * @param type the type of the column
   * @param value never null: every format tells null from all else
   */
  protected Object meaning(ColumnType type, Object value) {
    return value;
  }

  /** What the columns are called in the output; as received unless overridden. */
  protected List<String> columnNames(List<String> received) {
    return received;
  }

  /** Whether the format can hold a text, as a value and as a name; true unless overridden. */
  protected boolean holds(String text) {
    return true;
  }

  /** Whether an output without rows still names its columns; true unless overridden. */
  protected boolean namesColumnsWithoutRows() {
    return true;
  }

  /** For sinks of kind EXTERNAL: the text of {@code --output} that leads to a path of the kit. */
  protected String externalName(Path output) {
    return output.toString();
  }

  /** For sinks of kind FILE and EXTERNAL: whether nothing is there; looks for a file by default. */
  protected boolean isAbsent(Path output) {
    return Files.notExists(output);
  }

  /**
   * For sinks of kind EXTERNAL: a text of {@code --output} that leads nowhere, so that no rows can
   * be written there; a path in a folder that is missing unless overridden. Empty for a sink that
   * can always write.
   */
  protected Optional<String> nameOutOfReach() {
    return Optional.of(externalName(folder.resolve("missing").resolve("output")));
  }

  /**
   * For sinks of kind EXTERNAL: whether the target is the memory of this process, which no other
   * process can read and which holds all rows; false unless overridden. The fact of a million rows
   * is left out then.
   */
  protected boolean keepsRowsInThisProcess() {
    return false;
  }

  /**
   * The heap in which a million rows must be written, in MiB; 64 unless overridden. A sink that
   * holds more of them than that, because its format groups rows, says here how much.
   */
  protected int heapMebibytes() {
    return 64;
  }
}
