package dev.vidiexport.reading;

import dev.vidiexport.domain.history.FileFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The formats that can be read back, with their options. */
final class SampleFormats {
  private SampleFormats() {}

  static Stream<FileFormat> all() {
    return Stream.concat(
        Stream.of(
            csv(),
            new FileFormat("csv", Map.of("delimiter", ";", "line-separator", "crlf")),
            new FileFormat("csv", Map.of("delimiter", "tab", "bom", "true")),
            new FileFormat("csv", Map.of("delimiter", "\u00e9", "compression", "gzip")),
            new FileFormat("csv", Map.of("delimiter", "1")),
            jsonLines(),
            new FileFormat("jsonl", Map.of("nulls", "omit")),
            new FileFormat("jsonl", Map.of("nulls", "omit", "compression", "gzip")),
            new FileFormat("json", Map.of()),
            new FileFormat("json", Map.of("nulls", "omit"))),
        parquets());
  }

  static FileFormat csv() {
    return new FileFormat("csv", Map.of());
  }

  static FileFormat jsonLines() {
    return new FileFormat("jsonl", Map.of());
  }

  /** Parquet with each way to pack pages. */
  static Stream<FileFormat> parquets() {
    return Stream.of("zstd", "snappy", "gzip", "none")
        .map(
            compression ->
                new FileFormat(
                    "parquet", Map.of("compression", compression, "row-group-bytes", "65536")));
  }

  /** Those whose files tell by themselves that they were damaged. */
  static Stream<FileFormat> guarded() {
    return Stream.concat(
        parquets(),
        List.of("csv", "jsonl").stream()
            .map(name -> new FileFormat(name, Map.of("compression", "gzip"))));
  }
}
