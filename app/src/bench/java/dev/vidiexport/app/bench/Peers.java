package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.child.RunSql;
import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBDriver;

/** What else turns such a body into a table, once it has been saved to a file. Immutable. */
final class Peers {
  static final String DUCKDB_CSV = "DuckDB csv";
  static final String DUCKDB_PARQUET = "DuckDB parquet";
  static final String JQ = "jq csv";
  static final String MILLER = "Miller csv";
  static final String PYTHON = "Python csv";

  /** How many bytes Miller was seen to hold for a byte of the body. */
  private static final int BYTES_OF_MILLER = 26;

  private final Path folder;
  private final Path body;

  Peers(Path folder, Path body) {
    this.folder = folder;
    this.body = body;
  }

  /** DuckDB, and all others where they are wanted. */
  List<Contestant> all(boolean others) throws IOException {
    List<Contestant> all = new ArrayList<>();
    all.add(duckDb(DUCKDB_CSV, "csv", "FORMAT csv, HEADER"));
    all.add(duckDb(DUCKDB_PARQUET, "parquet", "FORMAT parquet, COMPRESSION zstd"));
    if (others) {
      all.add(filter(JQ, "jq", "-r", "(.data[0] | keys_unsorted), (.data[] | [.[]]) | @csv"));
      all.add(
          filter(MILLER, "mlr", "--ijson", "--ocsv", "put", "-q", "for (row in $data) { emit row }")
              .needing(BYTES_OF_MILLER * Files.size(body)));
      all.add(python());
    }
    return all;
  }

  private Contestant duckDb(String name, String extension, String format) throws IOException {
    Path output = folder.resolve("peer." + extension);
    String sql =
        """
        COPY (SELECT unnest(data, max_depth := 2)
              FROM read_json('%s', maximum_object_size = %s))
        TO '%s' (%s)"""
            .formatted(body, Files.size(body) + 1, output, format);
    return Contestant.writing(
        name, output, JavaRuntime.current().main(RunSql.class, List.of(DuckDBDriver.class), sql));
  }

  private Contestant filter(String name, String... words) {
    Path output = folder.resolve("peer.csv");
    List<String> all = new ArrayList<>(List.of(words));
    all.add(body.toString());
    return Contestant.writing(
        name, output, ProcessCommand.of(all.toArray(String[]::new)).writing(output));
  }

  private Contestant python() throws IOException {
    Path script = folder.resolve("rows_to_csv.py");
    try (InputStream source = Peers.class.getResourceAsStream("rows_to_csv.py")) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path output = folder.resolve("peer.csv");
    return Contestant.writing(
        PYTHON,
        output,
        ProcessCommand.of("python3", script.toString(), body.toString(), output.toString()));
  }
}
