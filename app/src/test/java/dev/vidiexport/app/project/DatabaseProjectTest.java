package dev.vidiexport.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.spi.SliceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a project file whose target is a database. */
class DatabaseProjectTest {
  private static final String EXPORTS =
      """
      exports:
        v:
          data_type: viewers
          time_resolution: 1h
          locations: all
          start: 2024-01-01
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() throws IOException {
    folder = folder.toRealPath();
    file = folder.resolve("vidiexport.yaml");
  }

  private ProjectCase read(String text, SinkRegistry sinks) throws IOException {
    Files.writeString(file, text);
    return ProjectCase.of(file, sinks);
  }

  private HistoryTarget.Database target(String target, String ledger) throws IOException {
    ProjectCase read =
        read("target: %s\nledger: %s\n%s".formatted(target, ledger, EXPORTS), ProjectCase.SINKS);
    assertThat(read.problems()).isEmpty();
    return (HistoryTarget.Database) read.project().orElseThrow().target();
  }

  private List<String> problems(String target, String ledger) throws IOException {
    return read("target: %s\nledger: %s\n%s".formatted(target, ledger, EXPORTS), ProjectCase.SINKS)
        .problems();
  }

  private static List<ProjectExport> exports(String good) {
    return ProjectCase.of(ProjectCase.TABLE.resolve("good/" + good + ".yaml"))
        .project()
        .orElseThrow()
        .exports();
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:audience.db, sqlite:FOLDER/audience.db",
    "SQLite:./a/../b.db, sqlite:FOLDER/b.db",
    "sqlite:/srv/audience.db, sqlite:/srv/audience.db",
    "sqlite:~/audience.db, sqlite:/home/somebody/audience.db",
    "sqlite:~audience.db, sqlite:FOLDER/~audience.db",
    "postgresql://reports@localhost:5432/a, postgresql://reports@localhost:5432/a",
    "postgres:///audience, postgres:///audience",
  })
  void findsAFileFromWhereTheProjectFileIs(String written, String address) throws IOException {
    HistoryTarget.Database target = target(written, "ledger.db");

    assertThat(target.address()).isEqualTo(address.replace("FOLDER", folder.toString()));
    assertThat(target.file().map(path -> "sqlite:" + path))
        .isEqualTo(Optional.of(target.address()).filter(text -> text.startsWith("sqlite:")));
  }

  @ParameterizedTest
  @CsvSource({
    "ledger.db, FOLDER/ledger.db",
    "below/ledger, FOLDER/below/ledger",
    "/srv/ledger.db, /srv/ledger.db",
    "~/ledger.db, /home/somebody/ledger.db"
  })
  void findsTheLedgerFromWhereTheProjectFileIs(String written, String found) throws IOException {
    assertThat(target("postgresql:///audience", written).ledger())
        .hasToString(found.replace("FOLDER", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource({"postgres:///a, postgresql", "postgresql:///a, postgresql", "sqlite:a.db, sqlite"})
  void choosesTheFormatByTheAddress(String target, String format) throws IOException {
    assertThat(target(target, "ledger.db").format().format()).isEqualTo(format);
  }

  @Test
  void givesEachExportATableOfItsOwnName() {
    assertThat(exports("database-on-a-server"))
        .extracting(export -> export.history().table().orElseThrow())
        .containsExactly(
            new SliceTable(Optional.of("vidicenter"), "v"),
            new SliceTable(Optional.of("vidicenter"), "Viewers of all days"),
            new SliceTable(Optional.of("other"), "v"));
    assertThat(exports("database-in-a-file"))
        .extracting(export -> export.history().table().orElseThrow())
        .containsExactly(
            new SliceTable(Optional.empty(), "v"), new SliceTable(Optional.empty(), "2024"));
  }

  @Test
  void writesWithTheFormatOfTheDatabaseWithoutOptions() {
    ProjectExport export = exports("database-on-a-server").get(0);
    HistoryExport history = export.history();

    assertThat(history.format()).isEqualTo("postgresql");
    assertThat(history.sinkOptions()).isEqualTo(Map.of());
    assertThat(export.extension()).isEmpty();
    assertThat(export.sink().provider().format()).isEqualTo("postgresql");
    assertThat(export.sink().extension()).isEmpty();
    assertThat(export.sink().builtIn()).isTrue();
  }

  @Test
  void keepsNoTableWhereTheTargetIsAFolder() {
    assertThat(exports("least")).allMatch(export -> export.history().table().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://me:sesame@localhost/a",
        "postgresql://localhost/a?password=sesame",
        "mysql://me:sesame@localhost/a",
        "jdbc:postgresql://me:sesame@localhost/a",
        "\" postgresql://me:sesame@localhost/a\"",
        "sqlite:postgresql://me:sesame@localhost/a",
      })
  void showsNoAddressThatMayHoldAPassword(String target) throws IOException {
    assertThat(problems(target, "ledger.db"))
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith(file + ", line 1: target"))
        .noneMatch(problem -> problem.contains("sesame"));
    assertThat(problems("sqlite:a.db", target))
        .isNotEmpty()
        .noneMatch(problem -> problem.contains("sesame"));
  }

  @Test
  void namesTheSchemesAtWhichHistoriesAreKept() throws IOException {
    assertThat(problems("mysql://localhost/a", "ledger.db"))
        .containsExactly(
            file
                + ", line 1: target must be a folder, or the address of a database that begins with"
                + " one of postgres:, postgresql:, sqlite:.");
  }

  @Test
  void saysThatNoFormatKeepsHistories() throws IOException {
    SinkRegistry none =
        new SinkRegistry(
            ProjectCase.SINKS.sinks().stream().filter(sink -> !sink.keepsHistories()).toList(),
            List.of());

    assertThat(read("target: mysql://localhost/a\nledger: b\n" + EXPORTS, none).problems())
        .containsExactly(
            file
                + ", line 1: target must be a folder, because no format keeps histories in"
                + " databases.");
  }

  @Test
  void letsNobodyChooseBetweenPlugins() throws IOException {
    List<InstalledSink> plugins = new ArrayList<>();
    for (InstalledSink sink : SinkLoader.load(Optional.empty()).sinks()) {
      if (sink.format().equals("sqlite")) {
        plugins.add(HistoryKeeper.keeping(sink, false));
        plugins.add(HistoryKeeper.keeping(sink, false));
      }
    }

    assertThat(
            read(
                    "target: sqlite:a.db\nledger: ledger.db\n" + EXPORTS,
                    new SinkRegistry(plugins, List.of()))
                .problems())
        .containsExactly(
            file
                + ", line 1: target is an address that several formats take: sqlite, sqlite."
                + " Remove the plugins of all but one.");
  }

  @Test
  void refusesTheDatabaseAsTheLedgerThroughLinks() throws IOException {
    Path database = Files.createFile(folder.resolve("audience.db"));
    Files.createSymbolicLink(folder.resolve("link.db"), database);
    Files.createSymbolicLink(folder.resolve("early.db"), folder.resolve("later.db"));
    Files.createSymbolicLink(folder.resolve("here"), folder);
    Files.createLink(folder.resolve("hard.db"), database);
    String itself =
        file + ", line 2: ledger must be a file of its own, but is the database itself.";

    assertThat(problems("sqlite:audience.db", "link.db")).containsExactly(itself);
    assertThat(problems("sqlite:link.db", "audience.db")).containsExactly(itself);
    assertThat(problems("sqlite:hard.db", "audience.db")).containsExactly(itself);
    assertThat(problems("sqlite:here/new.db", "new.db")).containsExactly(itself);
    assertThat(problems("sqlite:early.db", "later.db")).containsExactly(itself);
    assertThat(problems("sqlite:audience.db", "other.db")).isEmpty();
  }

  @Test
  void refusesLinksToItselfAsTheLedger() throws IOException {
    Files.writeString(file, "");
    Files.createSymbolicLink(folder.resolve("link.yaml"), file);

    assertThat(problems("sqlite:audience.db", "link.yaml"))
        .containsExactly(file + ", line 2: ledger must be a file of its own, but is this file.");
    assertThat(problems("sqlite:link.yaml", "ledger.db"))
        .containsExactly(file + ", line 1: target must be a file of its own, but is this file.");
  }

  @Test
  void tellsWhatAServerDoesNotTakeByItsText() throws IOException {
    String name = "x".repeat(64);

    assertThat(
            read(
                    "target: postgresql:///audience\nledger: ledger.db\ndefaults:\n  schema: %s\n"
                            .formatted(name)
                        + EXPORTS
                        + "    schema: vidicenter\n    table: %s\n".formatted(name),
                    SinkLoader.load(Optional.empty()))
                .problems())
        .containsExactly(
            file
                + ", line 4: defaults.schema must be a name of up to 63 bytes, which is all that"
                + " PostgreSQL keeps.",
            file
                + ", line 12: exports.v.table must be a name of up to 63 bytes, which is all that"
                + " PostgreSQL keeps.");
  }

  @Test
  void saysThatAFormatOfDatabasesIsATarget() throws IOException {
    assertThat(
            read("target: a\n" + EXPORTS + "    format: postgresql\n", ProjectCase.SINKS)
                .problems())
        .containsExactly(
            file
                + ", line 8: exports.v.format must be a format that writes files of rows, which"
                + " \"postgresql\" does not; a history in a database has its address for a target."
                + " Those are: csv, json, jsonl, parquet, xlsx.");
  }
}
