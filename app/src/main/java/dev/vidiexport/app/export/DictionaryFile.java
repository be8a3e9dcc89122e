package dev.vidiexport.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.domain.enrichment.ColumnDictionary;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;

/**
 * Where it is to be written what the columns of an output mean. Immutable.
 *
 * @param name as the user wrote it; ends with {@code .md} or {@code .json}, in any case
 * @param overwrite whether a file that is there is replaced
 */
public record DictionaryFile(String name, boolean overwrite) {
  private static final String JSON = ".json";
  private static final String MARKDOWN = ".md";

  public DictionaryFile {
    requireNonNull(name, "name must not be null");
    if (!ends(name, JSON) && !ends(name, MARKDOWN)) {
      throw new IllegalArgumentException(
          "must name a file that ends with .md or .json, but was \"%s\"".formatted(name));
    }
  }

  private static boolean ends(String name, String ending) {
    return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
  }

  private AtomicFile file() {
    return AtomicFile.of(name);
  }

  /**
   * Finds out whether it can be written. Leaves nothing behind.
   *
   * @throws dev.vidiexport.domain.failure.ExportException when it cannot, or is there already
   */
  void check() {
    if (overwrite) {
      file().check();
    } else {
      file().checkAbsent();
    }
  }

  /** Whether another name leads to the same file. */
  boolean isNamedBy(String other) {
    return file().isNamedBy(other);
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param columns those of the output
   * @throws dev.vidiexport.domain.failure.ExportException when it could not be written
   */
  void write(Schema columns, ColumnDictionary dictionary) {
    DictionaryText text =
        new DictionaryText(
            columns, dictionary.explain(columns.columns().stream().map(Column::name).toList()));
    byte[] content = (ends(name, JSON) ? text.asJson() : text.asMarkdown()).getBytes(UTF_8);
    if (overwrite) {
      file().replace(content);
    } else {
      file().create(content);
    }
  }
}
