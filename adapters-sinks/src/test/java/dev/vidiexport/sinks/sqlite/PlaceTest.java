package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a database can be, and how it is named. */
class PlaceTest {
  private static final Map<String, String> DEFAULTS = Map.of();
  private static final SqliteSinkProvider PROVIDER = new SqliteSinkProvider();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audience.db");
  }

  @Test
  void isAPathOrAnAddressWithOne() throws Exception {
    for (String output : new String[] {file.toString(), "sqlite:" + file, "SQLite:" + file}) {
      assertThat(problem(output, DEFAULTS)).isEmpty();
      assertThat(DatabaseAddress.path(output)).isEqualTo(file);
    }
    assertThat(DatabaseAddress.path("sqlite")).isEqualTo(Path.of("sqlite"));
    assertThat(DatabaseAddress.path("./sqlite:a")).isEqualTo(Path.of("./sqlite:a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sqlite:            | The address sqlite: must be followed by the path of a file alone, as in sqlite:audience.db or sqlite:/srv/audience.db.
          sqlite://a.db      | The address sqlite: must be followed by the path of a file alone, as in sqlite:audience.db or sqlite:/srv/audience.db.
          sqlite:///srv/a.db | The address sqlite: must be followed by the path of a file alone, as in sqlite:audience.db or sqlite:/srv/audience.db.
          sqlite:folder/     | The output must be a file, but "folder/" is a folder.
          """)
  void isRefusedByItsTextAlone(String output, String problem) {
    assertThat(problem(output, DEFAULTS)).contains(problem);
    assertThatThrownBy(() -> DatabaseAddress.path(output))
        .isInstanceOf(IOException.class)
        .hasMessage(problem);
  }

  @Test
  void isRefusedWhereItCannotBeAPath() {
    assertThat(problem("a\0b.db", DEFAULTS))
        .contains(
            "The output must be a path that is valid on this system, but was \"a\0b.db\". If it has"
                + " characters beyond ASCII, set LC_ALL=C.UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\0b"})
  void isRefusedWithoutANameOfATable(String table) {
    assertThat(problem("audience.db", Map.of("table", table)))
        .contains("The option table must be a name.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite_x", "SQLite_Schema"})
  void isRefusedWithATableOfSqlitesOwn(String table) {
    assertThat(problem("audience.db", Map.of("table", table)))
        .contains(
            "The option table must not begin with sqlite_, because such names belong to SQLite.");
  }

  private static Optional<String> problem(String output, Map<String, String> options) {
    return PROVIDER.problemWithTarget(SinkOptions.of(PROVIDER, options), output);
  }

  @Test
  void isLookedAtBeforeThereAreRows() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.db"), "not a database\n".repeat(100));
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("gone.db"));

    assertRefused(
        folder.resolve("missing").resolve("a.db"),
        "its folder %s does not exist".formatted(folder.resolve("missing")));
    assertRefused(folder, "it is a folder");
    assertRefused(text, "the file is not a SQLite database");
    assertRefused(link, "it is a link to a file that does not exist");
    assertRefused(Path.of("/dev/null"), "it is not a regular file but a device, FIFO or socket");
    assertThat(text).hasSize(1500);
    assertThat(folder.resolve("gone.db")).doesNotExist();
  }

  @Test
  void isRefusedWhereTheFileIsDamaged() throws Exception {
    Exports.execute(file, "CREATE TABLE other (a)");
    byte[] bytes = Files.readAllBytes(file);
    // The kind of page that holds the names of tables.
    bytes[100] = 77;
    Files.write(file, bytes);

    assertRefused(
        file, "the database is damaged. Restore it from a copy, or write to another file.");
  }

  private static void assertRefused(Path output, String message) {
    assertThatThrownBy(() -> Exports.check(output, DEFAULTS))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Exports.write(output, VIEWERS, DEFAULTS))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
  }

  @Test
  void mayBeALinkToADatabase() throws Exception {
    Exports.execute(file, "CREATE TABLE other (a)");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link.db"), file);

    Exports.check(link, DEFAULTS);
    Exports.write(link, VIEWERS, DEFAULTS);

    assertThat(Exports.query(file, "SELECT count(*) FROM export")).containsExactly("2");
    assertThat(link).isSymbolicLink();
    assertThat(elsewhere.toFile().list()).containsExactly("link.db");
  }

  @Test
  void mayBeAFileWithNothingInIt() throws Exception {
    Files.createFile(file);

    Exports.check(file, DEFAULTS);
    Sink sink = Exports.open(file, VIEWERS.schema(), DEFAULTS);
    sink.close();
    assertThat(file).isEmptyFile();

    Exports.write(file, VIEWERS, DEFAULTS);
    assertThat(Exports.query(file, "SELECT count(*) FROM export")).containsExactly("2");
  }

  @Test
  void isLeftAsItWasWhenTheRunIsGivenUp() throws Exception {
    Exports.check(file, DEFAULTS);
    assertThat(folder).isEmptyDirectory();

    Sink sink = Exports.open(file, VIEWERS.schema(), DEFAULTS);
    Exports.feed(VIEWERS, sink);
    sink.close();
    sink.close();

    assertThat(folder).isEmptyDirectory();
  }
}
