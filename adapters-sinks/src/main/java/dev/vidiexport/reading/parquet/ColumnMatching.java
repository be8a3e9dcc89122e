package dev.vidiexport.reading.parquet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.ProperText;
import dev.vidiexport.reading.rows.ValueKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of the expected columns those of a file are. Names of columns differ in Parquet
 * where they would differ in case alone, or be empty; the footer says what they were.
 */
final class ColumnMatching {
  private static final String RENAMED = "vidiexport.columns";

  private ColumnMatching() {}

  /**
   * The columns of a file, in its order.
   *
   * @throws UnreadableFileException when one is not expected, or is not as it should be
   */
  static List<NumberedColumn> match(FileMetaData file, ExpectedColumns expected)
      throws IOException {
    Map<String, NumberedColumn> received = new HashMap<>();
    Map<String, NumberedColumn> added = new HashMap<>();
    for (NumberedColumn column : expected.all()) {
      column
          .key()
          .ifPresentOrElse(
              key -> received.put(key, column), () -> added.put(column.name(), column));
    }
    Map<String, String> renamed = renamed(file.getKeyValueMetaData().get(RENAMED));
    List<NumberedColumn> columns = new ArrayList<>();
    Set<NumberedColumn> seen = new HashSet<>();
    for (Type field : file.getSchema().getFields()) {
      String key = renamed.getOrDefault(field.getName(), field.getName());
      NumberedColumn column = either(received.get(key), added.get(key), field);
      if (column == null) {
        throw new UnreadableFileException(ExpectedColumns.unexpected(key));
      }
      if (!seen.add(column)) {
        throw new UnreadableFileException("it has two columns of the name " + QuotedText.of(key));
      }
      requireAsExpected(field, column);
      columns.add(column);
    }
    return columns;
  }

  /**
   * The columns that a file says it has, in its order, each named by its key.
   *
   * @throws UnreadableFileException when one is of a kind that this program does not write
   */
  static List<NumberedColumn> describe(FileMetaData file) throws IOException {
    Map<String, String> renamed = renamed(file.getKeyValueMetaData().get(RENAMED));
    List<NumberedColumn> columns = new ArrayList<>();
    for (Type field : file.getSchema().getFields()) {
      String key = renamed.getOrDefault(field.getName(), field.getName());
      ValueKind kind = kind(field).orElseThrow(() -> unwritten(key));
      int number = field.getId() == null ? columns.size() + 1 : field.getId().intValue();
      columns.add(new NumberedColumn(number, key, key, kind.type(), kind.meaning(), false));
    }
    return columns;
  }

  private static UnreadableFileException unwritten(String name) {
    return new UnreadableFileException(
        "its column %s is of a kind that this program does not write"
            .formatted(QuotedText.of(name)));
  }

  /** A key may be what an added column is called; their numbers differ. */
  private static @Nullable NumberedColumn either(
      @Nullable NumberedColumn received, @Nullable NumberedColumn added, Type field) {
    boolean isAdded =
        received == null
            || (added != null
                && field.getId() != null
                && field.getId().intValue() == added.number());
    return isAdded ? added : received;
  }

  private static void requireAsExpected(Type field, NumberedColumn column) {
    ValueKind kind = kind(field).orElseThrow(() -> unwritten(column.name()));
    ValueKind wanted = ValueKind.of(column);
    if (kind != wanted) {
      throw new UnreadableFileException(
          "its column %s is %s, but the ledger says %s"
              .formatted(QuotedText.of(column.name()), kind.label(), wanted.label()));
    }
    if (field.getId() != null && field.getId().intValue() != column.number()) {
      throw new UnreadableFileException(
          "its column %s has the number %s, but the ledger says %s"
              .formatted(QuotedText.of(column.name()), field.getId().intValue(), column.number()));
    }
  }

  private static Optional<ValueKind> kind(Type field) {
    if (!field.isPrimitive() || !field.isRepetition(Type.Repetition.OPTIONAL)) {
      return Optional.empty();
    }
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT64 -> ofWhole(field.getLogicalTypeAnnotation());
      case DOUBLE -> plain(field, ValueKind.DECIMAL);
      case BOOLEAN -> plain(field, ValueKind.BOOLEAN);
      case BINARY -> ofBytes(field.getLogicalTypeAnnotation());
      case INT32 -> ofDays(field.getLogicalTypeAnnotation());
      case INT96, FLOAT, FIXED_LEN_BYTE_ARRAY -> Optional.empty();
    };
  }

  private static Optional<ValueKind> plain(Type field, ValueKind kind) {
    return field.getLogicalTypeAnnotation() == null ? Optional.of(kind) : Optional.empty();
  }

  private static Optional<ValueKind> ofDays(@Nullable LogicalTypeAnnotation meaning) {
    return meaning instanceof DateLogicalTypeAnnotation
        ? Optional.of(ValueKind.DAY)
        : Optional.empty();
  }

  private static Optional<ValueKind> ofWhole(@Nullable LogicalTypeAnnotation meaning) {
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      return timestamp.getUnit() == TimeUnit.MICROS
          ? Optional.of(timestamp.isAdjustedToUTC() ? ValueKind.UTC : ValueKind.TIMESTAMP)
          : Optional.empty();
    }
    boolean isWhole =
        meaning == null
            || (meaning instanceof IntLogicalTypeAnnotation number
                && number.isSigned()
                && number.getBitWidth() == Long.SIZE);
    return isWhole ? Optional.of(ValueKind.WHOLE) : Optional.empty();
  }

  private static Optional<ValueKind> ofBytes(@Nullable LogicalTypeAnnotation meaning) {
    if (meaning instanceof StringLogicalTypeAnnotation) {
      return Optional.of(ValueKind.TEXT);
    }
    return meaning instanceof JsonLogicalTypeAnnotation
        ? Optional.of(ValueKind.NESTED)
        : Optional.empty();
  }

  /** Written name to received name. */
  private static Map<String, String> renamed(@Nullable String json) throws IOException {
    Map<String, String> renamed = new HashMap<>();
    if (json != null) {
      try (JsonParser parser = ProperText.JSON.createParser(json)) {
        boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
        while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
          String written = parser.currentName();
          if (parser.nextToken() != JsonToken.VALUE_STRING) {
            break;
          }
          renamed.put(written, parser.getText());
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
          throw new UnreadableFileException("its footer does not tell the names of its columns");
        }
      }
    }
    return renamed;
  }
}
