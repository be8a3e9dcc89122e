package dev.vidiexport.app.arguments;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the endings of file names stand for in the world, whichever formats are installed. */
final class NameEndings {
  private static final Set<String> TEXTS = Set.of("csv", "json", "jsonl");

  /** How files are packed that have such an ending behind that of their content. */
  private static final Map<String, String> PACKINGS =
      Map.ofEntries(
          Map.entry("gz", "gzip"),
          Map.entry("gzip", "gzip"),
          Map.entry("tgz", "tar and gzip"),
          Map.entry("tar", "tar"),
          Map.entry("zip", "zip"),
          Map.entry("bz2", "bzip2"),
          Map.entry("xz", "xz"),
          Map.entry("lzma", "lzma"),
          Map.entry("zst", "zstd"),
          Map.entry("zstd", "zstd"),
          Map.entry("br", "brotli"),
          Map.entry("lz4", "lz4"),
          Map.entry("lzo", "lzo"),
          Map.entry("sz", "snappy"),
          Map.entry("snappy", "snappy"),
          Map.entry("z", "compress"),
          Map.entry("7z", "7-Zip"),
          Map.entry("rar", "rar"));

  private static final Map<String, Content> CONTENTS = contents();

  /**
   * What a file holds.
   *
   * @param description as a part of a sentence: {@code a DuckDB file}
   * @param formats the built-in formats that write this
   */
  record Content(String description, Set<String> formats) {}

  private NameEndings() {}

  private static Map<String, Content> contents() {
    Map<String, Content> contents = new HashMap<>();
    put(contents, new Content("a text", TEXTS), "txt", "text");
    put(contents, new Content("fields between tabs", Set.of("csv")), "tsv", "tab");
    put(contents, new Content("JSON lines", Set.of("jsonl")), "jsonlines", "ldjson", "jl");
    put(contents, new Content("GeoJSON", Set.of()), "geojson");
    put(contents, new Content("Parquet", Set.of("parquet")), "pq", "parq");
    put(contents, new Content("a workbook of another kind", Set.of()), "xlsm", "xlsb", "xls");
    put(contents, new Content("a spreadsheet", Set.of()), "ods");
    put(contents, new Content("a DuckDB file", Set.of()), "duckdb", "ddb");
    put(contents, new Content("Avro", Set.of()), "avro");
    put(contents, new Content("ORC", Set.of()), "orc");
    put(contents, new Content("Arrow", Set.of()), "arrow", "feather");
    put(contents, new Content("HDF5", Set.of()), "h5", "hdf5");
    put(contents, new Content("XML", Set.of()), "xml");
    put(contents, new Content("YAML", Set.of()), "yaml", "yml");
    put(contents, new Content("a PDF", Set.of()), "pdf");
    return Map.copyOf(contents);
  }

  private static void put(Map<String, Content> contents, Content content, String... endings) {
    for (String ending : endings) {
      contents.put(ending, content);
    }
  }

  /** How a file of that name is packed; empty where its ending says nothing of that. */
  static Optional<String> packing(String fileName) {
    return Optional.ofNullable(PACKINGS.get(last(fileName)));
  }

  /** What a file of that name holds; empty where its ending is none that everybody knows. */
  static Optional<Content> content(String fileName) {
    return Optional.ofNullable(CONTENTS.get(last(fileName)));
  }

  /** What stands behind the last dot, in lower case; empty where there is none. */
  static String last(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The name without its last ending. */
  static String withoutLast(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }
}
