package dev.vidiexport.app.report;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.vidiexport.app.arguments.SmallTextFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of an export, as {@code export --report} wrote it. Immutable.
 *
 * @param output the file that the export wrote, as the user named it then
 * @param request what VidiCenter was asked for
 * @param creationDate when VidiCenter built the rows; empty where the receipt does not say
 */
public record ReceiptFile(
    String output, Map<String, String> request, Optional<String> creationDate) {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  public ReceiptFile {
    requireNonNull(output, "output must not be null");
    request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
    requireNonNull(creationDate, "creationDate must not be null");
  }

  /**
   * Reads a receipt.
   *
   * @throws IllegalArgumentException with a clause, when it is none
   */
  public static ReceiptFile read(String name) {
    try {
      if (JSON.fromJson(SmallTextFile.read(name)) instanceof Map<?, ?> receipt
          && receipt.get("output") instanceof String output
          && receipt.get("request") instanceof Map<?, ?> request) {
        Map<String, String> arguments = new LinkedHashMap<>();
        request.forEach((key, value) -> arguments.put(String.valueOf(key), String.valueOf(value)));
        return new ReceiptFile(
            output,
            arguments,
            receipt.get("creation_date") instanceof String date
                ? Optional.of(date)
                : Optional.empty());
      }
    } catch (IOException | JsonDataException notJson) {
      throw noReceipt(name, notJson);
    }
    throw noReceipt(name, null);
  }

  private static IllegalArgumentException noReceipt(String name, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "must be a receipt that export --report wrote, but \"%s\" is none".formatted(name), cause);
  }

  /**
   * Which files the export may have written: the one at its path, from here, and where there is
   * none, those of its name.
   */
  public List<Path> among(List<Path> files) {
    try {
      Path written = Path.of(output);
      List<Path> same =
          files.stream().filter(file -> absolute(file).equals(absolute(written))).toList();
      return same.isEmpty()
          ? files.stream()
              .filter(file -> Objects.equals(file.getFileName(), written.getFileName()))
              .toList()
          : same;
    } catch (InvalidPathException noFile) {
      return List.of();
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
