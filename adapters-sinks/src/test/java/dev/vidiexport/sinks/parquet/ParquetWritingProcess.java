package dev.vidiexport.sinks.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes many rows in a Java process of its own, with options of Java's that are given. */
final class ParquetWritingProcess {
  private static final int LONG_TEXT_CHARACTERS = 256 * 1024;
  private static final Schema SCHEMA =
      Schema.of(
          new Column("whole", ColumnType.WHOLE),
          new Column("decimal", ColumnType.DECIMAL),
          new Column("text", ColumnType.TEXT),
          new Column("same", ColumnType.TEXT));

  private final RowBatchBuilder rows = new RowBatchBuilder(SCHEMA);
  private final Random random = Property.random(1);
  private final Sink sink;

  private ParquetWritingProcess(Sink sink) {
    this.sink = sink;
  }

  /** All that a process prints, on both streams, while it writes. */
  static String run(List<String> javaOptions, String compression, int rows, int longTexts)
      throws IOException {
    List<String> command =
        JavaCommand.of(
            ParquetWritingProcess.class,
            javaOptions,
            compression,
            Integer.toString(rows),
            Integer.toString(longTexts));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  public static void main(String[] arguments) throws IOException {
    ParquetSinkProvider provider = new ParquetSinkProvider();
    SinkTarget target = new SinkTarget.Bytes(OutputStream.nullOutputStream(), Optional.empty());
    SinkOptions options = SinkOptions.of(provider, Map.of("compression", arguments[0]));
    int rows = Integer.parseInt(arguments[1]);
    int longTexts = Integer.parseInt(arguments[2]);
    try (Sink sink = provider.open(new Context(target, SCHEMA, options))) {
      ParquetWritingProcess writing = new ParquetWritingProcess(sink);
      writing.write(rows, 20);
      writing.write(longTexts, LONG_TEXT_CHARACTERS);
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows + longTexts, "0.1.0"));
      System.out.println("written");
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }

  private void write(int count, int textCharacters) throws IOException {
    for (int row = 0; row < count; row++) {
      rows.putLong(0, random.nextLong());
      rows.putDouble(1, random.nextDouble());
      rows.putText(2, randomText(textCharacters));
      rows.putText(3, "always the same");
      rows.endRow();
      if (rows.isFull() || row == count - 1) {
        sink.write(rows.batch());
        rows.clear();
      }
    }
  }

  private String randomText(int length) {
    char[] text = new char[length];
    for (int index = 0; index < length; index++) {
      text[index] = (char) (' ' + (random.nextInt() & 0x3F));
    }
    return new String(text);
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}
