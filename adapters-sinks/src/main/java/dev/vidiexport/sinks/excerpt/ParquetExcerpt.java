package dev.vidiexport.sinks.excerpt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads flat Parquet files with the parts of Parquet that do without Hadoop; its file reader does
 * not, so the footer is found and the pages are unpacked here.
 */
final class ParquetExcerpt implements ExcerptReader {
  /** The length of the footer, and the magic number. */
  private static final int TAIL_BYTES = 8;

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

  @Override
  public Excerpt read(Path file, int most) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      return read(bytes, most);
    } catch (RuntimeException broken) {
      // Parquet tells of a broken file in exceptions of many kinds.
      throw new IOException("not a readable Parquet file: " + broken.getMessage(), broken);
    }
  }

  private static Excerpt read(RandomAccessFile file, int most) throws IOException {
    ParquetMetadata metadata = metadata(file);
    MessageType schema = metadata.getFileMetaData().getSchema();
    List<List<Optional<String>>> first = new ArrayList<>();
    long rows = 0;
    for (BlockMetaData block : metadata.getBlocks()) {
      RecordReader<Group> records =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(RowGroupPages.read(file, block), new GroupRecordConverter(schema));
      for (long left = block.getRowCount(); left > 0; left--) {
        Group row = records.read();
        if (rows++ < most) {
          first.add(values(row, schema));
        }
      }
    }
    return new Excerpt(schema.getFields().stream().map(Type::getName).toList(), first, rows);
  }

  private static ParquetMetadata metadata(RandomAccessFile file) throws IOException {
    file.seek(file.length() - TAIL_BYTES);
    byte[] footer = new byte[Integer.reverseBytes(file.readInt())];
    file.seek(file.length() - TAIL_BYTES - footer.length);
    file.readFully(footer);
    return new ParquetMetadataConverter()
        .fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(footer)));
  }

  private static List<Optional<String>> values(Group row, MessageType schema) {
    List<Optional<String>> values = new ArrayList<>();
    for (int column = 0; column < schema.getFieldCount(); column++) {
      boolean isNull = row.getFieldRepetitionCount(column) == 0;
      values.add(
          isNull ? Optional.empty() : Optional.of(text(row, column, schema.getType(column))));
    }
    return values;
  }

  private static String text(Group row, int column, Type type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(row.getInteger(column, 0)).toString();
    }
    return meaning instanceof TimestampLogicalTypeAnnotation timestamp
        ? text(row.getLong(column, 0), timestamp.isAdjustedToUTC() ? UTC : TIMESTAMP)
        : row.getValueToString(column, 0);
  }

  private static String text(long micros, DateTimeFormatter form) {
    int nanos = (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1000;
    return LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, MICROS_PER_SECOND), nanos, ZoneOffset.UTC)
        .format(form);
  }
}
