package dev.vidiexport.app.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.sinks.sqlite.SqliteSinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatChoiceTest {
  private static final SinkRegistry REGISTRY =
      new SinkRegistry(
          List.of(
              format("csv", TargetKind.BYTES, "csv", "csv.gz").installed(true),
              format("jsonl", TargetKind.BYTES, "jsonl", "ndjson", "jsonl.gz").installed(true),
              format("tables", TargetKind.FILE, "db").installed(true),
              format("other", TargetKind.BYTES, "csv", "odd").installed(false),
              format("strange", TargetKind.BYTES, "odd").installed(false),
              NamedProvider.ofAddresses("server", "serve", "served").installed(true),
              NamedProvider.ofAddresses("server-too", "served", "twice").installed(false),
              NamedProvider.ofAddresses("third", "twice").installed(false)),
          List.of());

  private static NamedProvider format(String name, TargetKind kind, String... extensions) {
    return new NamedProvider(name, kind, Set.of(extensions));
  }

  @ParameterizedTest
  @CsvSource({
    "out.csv, csv, csv",
    "OUT.CSV, csv, csv",
    "a.b/out.Csv.Gz, csv, csv.gz",
    "out.jsonl.csv, csv, csv",
    "out.ndjson, jsonl, ndjson",
    "out.db, tables, db"
  })
  void followsTheExtension(String output, String format, String extension) {
    FormatChoice choice = FormatChoice.of(REGISTRY, null, output);

    assertThat(choice.sink().format()).isEqualTo(format);
    assertThat(choice.extension()).contains(extension);
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:audience.out, audience.out",
    "SQLite:/srv/a b.csv, /srv/a b.csv",
    "audience.db, audience.db",
    "./sqlite:a.db, ./sqlite:a.db"
  })
  void tellsTheFileOfAnAddress(String output, String file) {
    SinkRegistry registry =
        new SinkRegistry(
            List.of(new InstalledSink(new SqliteSinkProvider(), "1", "program.jar", true)),
            List.of());

    FormatChoice choice = FormatChoice.of(registry, null, output);

    assertThat(choice.sink().format()).isEqualTo("sqlite");
    assertThat(choice.fileNamedBy(output)).isEqualTo(file);
  }

  @Test
  void followsTheNameBeforeTheExtension() {
    FormatChoice choice = FormatChoice.of(REGISTRY, "jsonl", "out.csv");

    assertThat(choice.sink().format()).isEqualTo("jsonl");
    assertThat(choice.extension()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "csv, rows.csv.gz, csv.gz",
    "csv, Rows.CSV.GZ, csv.gz",
    "csv, rows.json.gz, csv.gz",
    "csv, rows.gz, csv.gz",
    "jsonl, rows.csv.gz, jsonl.gz",
    "jsonl, rows.ndjson, ndjson",
    "csv, rows.gz.txt,",
    "csv, gz,",
    "csv, -,",
    "tables, rows.db.gz,"
  })
  void takesTheExtensionOfANamedFormatFromTheOutput(
      String format, String output, String extension) {
    FormatChoice choice = FormatChoice.of(REGISTRY, format, output);

    assertThat(choice.sink().format()).isEqualTo(format);
    assertThat(choice.extension()).isEqualTo(Optional.ofNullable(extension));
  }

  /** Whatever the address ends with; a built-in format wins. */
  @ParameterizedTest
  @CsvSource({
    "serve://host/out.csv, server",
    "SERVED://host, server",
    "serve:out.csv, server",
    "served:, server"
  })
  void followsTheSchemeBeforeTheExtension(String output, String format) {
    FormatChoice choice = FormatChoice.of(REGISTRY, null, output);

    assertThat(choice.sink().format()).isEqualTo(format);
    assertThat(choice.extension()).isEmpty();
    assertThat(FormatChoice.of(REGISTRY, format, output)).isEqualTo(choice);
  }

  @Test
  void takesWhatIsNoAddressForAFile() {
    for (String output :
        List.of("C:out.csv", "a/serve:out.csv", "other:out.csv", "./serve://x.csv")) {
      assertThat(FormatChoice.of(REGISTRY, null, output).sink().format()).isEqualTo("csv");
    }
  }

  /** An address may hold a password, and is shown by nobody. */
  @ParameterizedTest
  @CsvSource({
    "mysql://u:sesame@host/db, , No format writes to addresses that begin with mysql://.",
    "http://u:sesame@host/out.csv, , No format writes to addresses that begin with http://.",
    "jdbc:postgresql://u:sesame@h/db, , No format writes to addresses that begin with jdbc:postgresql://.",
    "jdbc:serve://u:sesame@h/out.csv, csv, No format writes to addresses that begin with jdbc:serve://.",
    "' serve://u:sesame@h/out.csv', csv, No format writes to addresses that begin with  serve://.",
    "http://u:sesame@host/out.csv, csv, No format writes to addresses that begin with http://.",
    "mysql://u:sesame@host/db, tables, No format writes to addresses that begin with mysql://.",
    "serve://u:sesame@host/out.csv, csv, The format csv does not write to addresses of serve; leave --format out.",
    "serve://u:sesame@host/db, third, The format third does not write to addresses of serve; leave --format out."
  })
  void refusesAddressesThatTheFormatDoesNotTake(
      String output, @Nullable String format, String message) {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class, () -> FormatChoice.of(REGISTRY, format, output)))
        .hasMessage(message);
  }

  @Test
  void leavesAnAddressOfNobodysToAFormatThatHasItsOwnTargets() {
    assertThat(FormatChoice.of(REGISTRY, "third", "jdbc:any://where").sink().format())
        .isEqualTo("third");
    assertThat(FormatChoice.of(REGISTRY, "third", "any://where").sink().format())
        .isEqualTo("third");
  }

  @Test
  void letsTheUserChooseAmongPluginsThatTakeAnAddress() {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> FormatChoice.of(REGISTRY, null, "twice://u:sesame@host")))
        .hasMessage("Several formats write to addresses of twice.");
    assertThat(FormatChoice.of(REGISTRY, "third", "twice://host").sink().format())
        .isEqualTo("third");
  }

  @Test
  void isCsvOnStandardOutput() {
    assertThat(FormatChoice.of(REGISTRY, null, "-").sink().format()).isEqualTo("csv");
    assertThat(FormatChoice.of(REGISTRY, "jsonl", "-").sink().format()).isEqualTo("jsonl");
  }

  /** What a user of the command line reads of a refusal. */
  private static String told(@Nullable String format, String output) {
    IllegalArgumentException skipped =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> FormatChoice.of(REGISTRY, format, output));
    return CommandLineAdvice.told(skipped.getMessage(), skipped);
  }

  @Test
  void refusesAFormatThatCannotWriteToStandardOutput() {
    assertThat(told("tables", "-"))
        .isEqualTo("The format tables cannot write to standard output. Name a file with --output.");
  }

  @Test
  void refusesAnUnknownFormatWithASuggestion() {
    assertThat(told("jsnl", "out.csv"))
        .isEqualTo(
            "Unknown format \"jsnl\". Did you mean \"jsonl\"? Installed: csv, jsonl, other,"
                + " server, server-too, strange, tables, third.");
  }

  @ParameterizedTest
  @CsvSource({"out", "out.foo", "csv", ".hidden", "folder.csv/out"})
  void refusesAnExtensionThatTellsNothing(String output) {
    assertThat(told(null, output))
        .isEqualTo(
            "The extension of \"%s\" does not tell the format. Choose one with --format: csv, jsonl, other,"
                    .formatted(output)
                + " strange, tables.");
  }

  @Test
  void offersTheFormatsThatFitTheName() {
    assertThat(told(null, "out.txt"))
        .isEqualTo(
            "The extension of \"out.txt\" does not tell the format. Choose one with --format: csv,"
                + " jsonl, other, strange.");
  }

  @Test
  void refusesANameThatNoFormatFits() {
    assertThat(told(null, "out.csv.zip"))
        .isEqualTo(
            "The name \"out.csv.zip\" promises csv or other packed with zip, which no format writes."
                + " Choose another --output.");
  }

  @Test
  void asksWhichPluginIsMeant() {
    assertThat(told(null, "out.odd"))
        .isEqualTo(
            "Several formats write files such as \"out.odd\". Choose one with --format: other,"
                + " strange.");
  }
}
