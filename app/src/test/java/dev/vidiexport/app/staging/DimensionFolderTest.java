package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.domain.dimension.Dimension;
import dev.vidiexport.domain.dimension.DimensionTable;
import dev.vidiexport.domain.dimension.DimensionTables;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of what things are called, read back by DuckDB. */
class DimensionFolderTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  @TempDir Path folder;

  private final DimensionTables tables = new DimensionTables();

  private void see(SeenKind kind, String id, Optional<String> label, Optional<Id> parent, int day) {
    tables.add(
        new SeenObject(
            NOON.plusSeconds(86_400L * day), kind, new Id(id), label, parent, List.of()));
  }

  private static ChosenSink parquet() {
    InstalledSink sink = SinkLoader.load(Optional.empty()).find("parquet").orElseThrow();
    return new ChosenSink(
        sink.name(),
        sink.provider(),
        SinkOptions.of(sink.provider(), Map.of("compression", "gzip")),
        Optional.of("parquet"),
        true);
  }

  private boolean publish(FileOperations files, String version, DimensionTable table) {
    try (TargetFolder target = TargetFolder.hold(files, folder.resolve("audience"), "process 1")) {
      return new DimensionFolder(target, parquet(), version).publish(table);
    }
  }

  private boolean publish(Dimension dimension) {
    return publish(new LocalFileOperations(), "1.0", tables.table(dimension));
  }

  private Path file(String name) {
    return folder.resolve("audience/_vidiexport/dimensions").resolve(name + ".parquet");
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      List<String> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery(sql)) {
        while (found.next()) {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(found.getString(column)));
          }
          rows.add(String.join("|", values));
        }
      }
      return rows;
    }
  }

  private List<String> types(String name) throws SQLException {
    return query(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '%s')".formatted(file(name)));
  }

  private List<String> rows(String name) throws SQLException {
    return query(
        "SELECT * REPLACE (strftime(valid_from, '%d %H:%M') AS valid_from,"
            + " strftime(valid_to, '%d %H:%M') AS valid_to) FROM '"
            + file(name)
            + "'");
  }

  /** Files below the target, but for those that say who holds it. */
  private List<String> entries() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("audience/_vidiexport"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void haveTheTypesAndRowsOfTheTables() throws Exception {
    see(SeenKind.LOCATION, "1056", Optional.of("Eingang Ü"), Optional.of(new Id("201")), 0);
    see(SeenKind.LOCATION, "1056", Optional.empty(), Optional.of(new Id("201")), 1);
    see(SeenKind.SITE_TAG, "-4", Optional.of("Mall"), Optional.empty(), 0);

    for (Dimension dimension : Dimension.values()) {
      assertThat(publish(dimension)).isTrue();
    }

    assertThat(types("locations"))
        .containsExactly(
            "id|BIGINT",
            "label|VARCHAR",
            "site_id|BIGINT",
            "valid_from|TIMESTAMP WITH TIME ZONE",
            "valid_to|TIMESTAMP WITH TIME ZONE");
    assertThat(types("tags"))
        .containsExactly(
            "id|BIGINT",
            "label|VARCHAR",
            "network_id|BIGINT",
            "kind|VARCHAR",
            "valid_from|TIMESTAMP WITH TIME ZONE",
            "valid_to|TIMESTAMP WITH TIME ZONE");
    assertThat(rows("locations"))
        .containsExactly("1056|Eingang Ü|201|01 12:00|02 12:00", "1056|null|201|02 12:00|null");
    assertThat(rows("tags")).containsExactly("-4|Mall|null|site|01 12:00|null");
    assertThat(rows("sites")).isEmpty();
    assertThat(types("networks")).hasSize(4);
    assertThat(entries())
        .containsExactly("locations.parquet", "networks.parquet", "sites.parquet", "tags.parquet");
  }

  @Test
  void stayUntouchedAsLongAsTheRowsAreTheSame() throws Exception {
    see(SeenKind.SITE, "1", Optional.of("Mall"), Optional.empty(), 0);
    publish(Dimension.SITES);
    Files.setLastModifiedTime(file("sites"), LONG_AGO);

    see(SeenKind.SITE, "1", Optional.of("Mall"), Optional.empty(), 1);
    boolean same = publish(new LocalFileOperations(), "2.0", tables.table(Dimension.SITES));

    assertThat(same).isFalse();
    assertThat(Files.getLastModifiedTime(file("sites"))).isEqualTo(LONG_AGO);

    see(SeenKind.SITE, "1", Optional.of("Market"), Optional.empty(), 2);

    assertThat(publish(Dimension.SITES)).isTrue();
    assertThat(rows("sites"))
        .containsExactly("1|Mall|null|01 12:00|03 12:00", "1|Market|null|03 12:00|null");
    assertThat(entries()).containsExactly("sites.parquet");
  }

  @Test
  void areReadableByTheirTailAlsoWhenTheyAreLarge() {
    for (int id = 0; id < 5_000; id++) {
      String label = UUID.nameUUIDFromBytes(new byte[] {(byte) id, (byte) (id >> 8)}).toString();
      see(SeenKind.SITE, String.valueOf(id), Optional.of(label), Optional.empty(), 0);
    }

    assertThat(publish(Dimension.SITES)).isTrue();
    assertThat(file("sites")).satisfies(file -> assertThat(Files.size(file)).isGreaterThan(80_000));
    assertThat(publish(Dimension.SITES)).isFalse();
  }

  @Test
  void replaceWhatIsNoFileOfTheirs() throws Exception {
    Files.createDirectories(file("sites").getParent());
    Files.writeString(file("sites"), "of somebody");

    assertThat(publish(Dimension.SITES)).isTrue();

    assertThat(types("sites")).hasSize(5);
  }

  @Test
  void refuseToReplaceAFolder() throws Exception {
    Files.createDirectories(file("sites"));

    ExportException refused =
        catchThrowableOfType(ExportException.class, () -> publish(Dimension.SITES));

    assertThat(refused).hasMessageStartingWith("Cannot write " + file("sites").toRealPath() + ": ");
    assertThat(entries()).isEmpty();
  }

  @Test
  void areAsTheyWereWhenTheyCannotBeReplaced() throws Exception {
    see(SeenKind.SITE, "1", Optional.of("Mall"), Optional.empty(), 0);
    publish(Dimension.SITES);
    byte[] before = Files.readAllBytes(file("sites"));
    see(SeenKind.SITE, "1", Optional.of("Market"), Optional.empty(), 2);
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "move",
                () -> {
                  throw new IOException("the disk is broken");
                });

    ExportException refused =
        catchThrowableOfType(
            ExportException.class,
            () -> publish(files.operations(), "1.0", tables.table(Dimension.SITES)));

    assertThat(refused.reason()).isEqualTo(FailureReason.OUTPUT_UNUSABLE);
    assertThat(file("sites")).hasBinaryContent(before);
    assertThat(entries()).containsExactly("sites.parquet");
  }
}
