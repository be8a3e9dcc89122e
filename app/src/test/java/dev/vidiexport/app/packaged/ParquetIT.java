package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet from the packaged program, as DuckDB sees it. */
class ParquetIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy", "gzip", "none"})
  void writesTheWorkedExampleInEveryCompression(String compression) throws Exception {
    FinishedExport trial =
        export("-o", "out.parquet", "--sink-option", "compression=" + compression);

    assertThat(trial.ended().exitCode()).isZero();
    assertThat(
            lines(
                "SELECT * REPLACE (CAST(period_start AS VARCHAR) AS period_start) FROM"
                    + " read_parquet(?)"))
        .containsExactly("1056 2016-04-29 10:00:00 27 2419 556", "1056 2016-04-29 11:00:00 0 0 0");
    assertThat(lines("SELECT DISTINCT compression FROM parquet_metadata(?)"))
        .containsExactly(compression.equals("none") ? "UNCOMPRESSED" : upper(compression));
  }

  @Test
  void refusesASizeThatIsNone() throws Exception {
    FinishedExport trial = export("-o", "out.parquet", "--sink-option", "row-group-bytes=big");

    assertThat(trial.ended().err()).contains("row-group-bytes must be a whole number");
    assertThat(trial.ended().exitCode()).isEqualTo(2);
    assertThat(trial.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy"})
  void namesTheWaysOutBeforeTheFirstCallWhereNativeCodeMayNotRun(String compression)
      throws Exception {
    Path temporary = folder.resolveSibling(folder.getFileName() + "-tmp");
    Files.createDirectories(temporary);
    try (MemoryDisk disk = MemoryDisk.over(temporary, "noexec,size=32m")) {
      for (String run : new String[] {"--quiet", "--dry-run"}) {
        FinishedExport trial =
            export("-o", "out.parquet", "--sink-option", "compression=" + compression, run);

        assertThat(trial.ended().messages().replace(disk.folder().toString(), "TEMPORARY"))
            .isEqualTo(
                "vidiexport: Cannot write out.parquet: "
                    + compression
                    + " needs native code, which could not be unpacked into TEMPORARY and run from"
                    + " there. Start java with -Djava.io.tmpdir=DIR, a folder that you may write"
                    + " to, on a file system that allows execution, or use --sink-option"
                    + " compression=gzip, which needs none.\n");
        assertThat(trial.ended().exitCode()).isEqualTo(6);
        assertThat(trial.requests()).isEmpty();
        Files.delete(folder.resolve("report.json"));
      }
    }
  }

  private FinishedExport export(String... more) throws Exception {
    return FinishedExport.of(
        folder, List.of(ScriptedAnswer.resource("worked-example/finished.json")), more);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private List<String> lines(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, folder.resolve("out.parquet").toString());
      try (ResultSet rows = statement.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            line.append(column == 1 ? "" : " ").append(rows.getString(column));
          }
          lines.add(line.toString());
        }
        return lines;
      }
    }
  }
}
