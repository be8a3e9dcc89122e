package dev.vidiexport.reading.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * What stands at the end of a file, which says what stands before it. It has no checksum, so all of
 * it is checked that can be. Immutable.
 *
 * @param metadata what it says
 * @param rows how many rows all row groups have
 */
record FileFooter(ParquetMetadata metadata, long rows) {
  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);

  /** The length of the footer, and the magic number. */
  private static final int TAIL_BYTES = Integer.BYTES + 4;

  /** Some hundred bytes for each column of each row group. */
  private static final int MOST_BYTES = 128 * 1024 * 1024;

  /**
   * Reads the footer of a file.
   *
   * @throws UnreadableFileException when there is none, or it contradicts itself
   */
  static FileFooter read(FileChannel file) throws IOException {
    long size = file.size();
    if (size < MAGIC.length + TAIL_BYTES) {
      throw new UnreadableFileException("it is too short to be Parquet");
    }
    ByteBuffer tail = bytes(file, size - TAIL_BYTES, TAIL_BYTES);
    int length = tail.getInt();
    byte[] end = new byte[MAGIC.length];
    tail.get(end);
    if (!Arrays.equals(end, MAGIC) || !Arrays.equals(bytes(file, 0, MAGIC.length).array(), MAGIC)) {
      throw new UnreadableFileException("it is not Parquet, or cut");
    }
    long begin = size - TAIL_BYTES - length;
    if (length <= 0 || length > MOST_BYTES || begin < MAGIC.length) {
      throw new UnreadableFileException("its footer is damaged");
    }
    FileMetaData written =
        Util.readFileMetaData(new ByteArrayInputStream(bytes(file, begin, length).array()));
    ParquetMetadata metadata = new ParquetMetadataConverter().fromParquetMetadata(written);
    requireWhole(metadata, written.getNum_rows(), begin);
    return new FileFooter(metadata, written.getNum_rows());
  }

  private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it has become shorter while it was read");
      }
    }
    return bytes.flip();
  }

  /** Every row has a value in every column, and no two columns share a byte. */
  private static void requireWhole(ParquetMetadata metadata, long rows, long end) {
    int columns = metadata.getFileMetaData().getSchema().getFieldCount();
    long counted = 0;
    long free = MAGIC.length;
    for (BlockMetaData group : metadata.getBlocks()) {
      counted += group.getRowCount();
      require(group.getRowCount() > 0 && group.getColumns().size() == columns);
      for (ColumnChunkMetaData column : group.getColumns()) {
        long begin = column.getStartingPos();
        require(column.getValueCount() == group.getRowCount());
        require(begin >= free && column.getTotalSize() > 0);
        free = Math.addExact(begin, column.getTotalSize());
        require(free <= end);
      }
    }
    require(counted == rows);
  }

  private static void require(boolean isTrue) {
    if (!isTrue) {
      throw new UnreadableFileException("its footer contradicts itself");
    }
  }
}
