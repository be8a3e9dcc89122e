package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a command line, in words; every case ends with code 2. */
class UsageTest {
  private static final String TRY = "Try: vidiexport export --help\n";

  /** A change of the good command line: an option and its new value, or only an option. */
  static Stream<Arguments> wrongOptions() {
    return Stream.of(
        wrong("Unknown option \"--force\".", "--force"),
        wrong(
            "Unknown option \"--forcerebuild\". Did you mean \"--force-rebuild\"?",
            "--forcerebuild"),
        wrong("Unknown option \"--over\".", "--over"),
        wrong("Unknown argument \"@options\".", "@options"),
        wrong("--output is given more than once.", "-o", "more.csv", "-o", "most.csv"),
        wrong("--report needs a value.", "--report"),
        wrong("--report must name a file, but was \"-\":", "--report", "-"),
        wrong("--force-rebuild takes no value, but was given \"\".", "--force-rebuild="),
        wrong("--force-rebuild takes no value, but was given \"no\".", "--force-rebuild=no"),
        wrong("--overwrite takes no value, but was given \"\".", "--overwrite="),
        wrong("--dry-run takes no value, but was given \"\".", "--dry-run="),
        wrong("--quiet takes no value, but was given \"\".", "--quiet="),
        wrong("--help takes no value, but was given \"\".", "--help="),
        wrong("--version takes no value, but was given \"\".", "-V="),
        wrong("--timeout must be a duration", "--timeout="),
        wrong("--token-file must name a file with the token, but is empty.", "--token-file="),
        wrong("The user name must not be blank.", "--username="),
        wrong("The base URL must look like", "--base-url="),
        wrong("Unknown format \"\".", "--format="),
        wrong("--report must be a path", "--report="),
        wrong("--plugins must name a folder", "--plugins="),
        wrong("--sink-option must be KEY=VALUE, but was \"\".", "--sink-option="),
        wrong(
            "Unknown argument \"--version\" after --, which ends the options. Write it before the"
                + " --.",
            "--",
            "--version"),
        wrong("Unknown argument \"rows\" after --, which ends the options.", "--", "rows"),
        wrong(
            "The name \"x.json.gz\" promises json packed with gzip, but the format json does not"
                + " pack so. Choose another --output.",
            "-o",
            "x.json.gz",
            "-f",
            "json"),
        wrong(
            "The name \"x.csv.gz\" promises csv packed with gzip, but the output is to be written"
                + " with compression=none.",
            "-o",
            "x.csv.gz",
            "--sink-option",
            "compression=none"),
        wrong("The name \"r.json.gz\" promises", "--report", "r.json.gz"),
        wrong("The user name must not be in quotation marks", "--username", "'me'"),
        wrong(
            "The user name must not contain characters that cannot be seen, but character 2 is"
                + " U+00A0 (NO-BREAK SPACE).",
            "--username",
            "m\u00A0e"),
        wrong("--quiet and --verbose contradict each other.", "--quiet", "--verbose"),
        wrong(
            "--data-type must be one of the data types that VidiCenter is known to have, but was"
                + " \"viewer\" (did you mean \"viewers\"?). Send it all the same with --unchecked.",
            "--data-type",
            "viewer"),
        wrong(
            "--data-type must be footfall, as VidiCenter now calls \"persons\". Send it all the"
                + " same with --unchecked.",
            "--data-type",
            "persons"),
        wrong(
            "--time-resolution must be one of 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M for data"
                + " type ots, but was \"finest\". Send it all the same with"
                + " --unchecked.",
            "--data-type",
            "ots",
            "--time-resolution",
            "finest"),
        wrong(
            "--group-by-demographics must not be given",
            "--data-type",
            "ots",
            "--group-by-demographics"),
        wrong(
            "--start must be YYYY-MM-DDTHH:mm:SS, but was \"2016-04-29 10:00:00\".",
            "--start",
            "2016-04-29 10:00:00"),
        wrong(
            "--end must not be before --start, but was 2016-04-28T11:00:00 < 2016-04-29T10:00:00.",
            "--end",
            "2016-04-28T11:00:00"),
        wrong("--locations must not be empty.", "--locations", ""),
        wrong(
            "--locations must not contain an empty item, but item 2 of 2 is empty.",
            "--locations",
            "1056,"),
        wrong("--sites must be ids", "--sites", "0"),
        wrong(
            "--location-tags must be ids, which are whole numbers from 1 to 9223372036854775807,"
                + " but found \"entrance\"; tags are given by id, not by label, and the command"
                + " locations lists both.",
            "--location-tags",
            "entrance"),
        wrong("--content-ids must not be given for data type viewers", "--content-ids", "7"),
        wrong(
            "--timeout must be a duration such as 500ms, 10s, 5m, 2h or PT10S, but was \"1\".",
            "--timeout",
            "1"),
        wrong("--timeout must be from 1ms to 8784h, but was \"0s\".", "--timeout", "0s"),
        wrong(
            "--max-poll-interval must not be below --poll-interval, but was 1s < 2s.",
            "--poll-interval",
            "2s",
            "--max-poll-interval",
            "1s"),
        wrong("--output must name a file, or be - for standard output.", "--output", ""),
        wrong(
            "Unknown format \"cvs\". Did you mean \"csv\"? Installed: csv, html, json, jsonl",
            "--format",
            "cvs"),
        wrong(
            "The extension of \"out.txt\" does not tell the format. Choose one with --format: csv,"
                + " json",
            "--output",
            "out.txt"),
        wrong(
            "The format csv has no option \"delimeter\". It takes: ",
            "--sink-option",
            "delimeter=;"),
        wrong("--sink-option formulas ", "--sink-option", "formulas=maybe"),
        wrong("--sink-option must be KEY=VALUE, but was \"bom\".", "--sink-option", "bom"),
        wrong(
            "--sink-option bom is given more than once.",
            "--sink-option",
            "bom=true",
            "--sink-option",
            "bom=false"),
        wrong("--report and --output name the same file: \"./out.csv\".", "--report", "./out.csv"),
        wrong(
            "--token-file must name a file with the token, but no file has the name that was"
                + " given,",
            "--token-file",
            "missing"),
        wrong(
            "--plugins must be a folder that can be read, but \"missing\" does not exist.",
            "--plugins",
            "missing"),
        wrong("The user name must not contain a colon", "--username", "a:b"),
        wrong(
            "The base URL must begin with https://, but was \"http://example.com\"",
            "--base-url",
            "http://example.com"),
        wrong(
            "The base URL must begin with https://, but was \"http://localhost.example.com\"",
            "--base-url",
            "http://localhost.example.com"),
        wrong(
            "The base URL must look like https://vidicenter.quividi.com/, but was \"htps://x\".",
            "--base-url",
            "htps://x"));
  }

  private static Arguments wrong(String problem, String... options) {
    return Arguments.of(problem, List.of(options));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrongOptions")
  void tellsWhatIsWrong(String problem, List<String> options) {
    CommandLineRun trial = CommandLineRun.of(exportWith(options));

    assertThat(trial.err()).startsWith("vidiexport: " + problem).hasLineCount(2).endsWith(TRY);
    assertThat(trial.out()).isEmpty();
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  /** A good command line, with those of its options replaced that the others name. */
  private static String[] exportWith(List<String> options) {
    return exportWith(options, List.of());
  }

  private static String[] exportWith(List<String> options, List<String> without) {
    Map<String, String> good = new LinkedHashMap<>();
    good.put("--data-type", "viewers");
    good.put("--time-resolution", "1h");
    good.put("--start", "2016-04-29T10:00:00");
    good.put("--end", "2016-04-29T11:00:00");
    good.put("--locations", "1056");
    good.put("--output", "out.csv");
    options.forEach(good::remove);
    without.forEach(good::remove);
    if (options.contains("-o")) {
      good.remove("--output");
    }
    List<String> arguments = new ArrayList<>(List.of("export"));
    good.forEach((name, value) -> arguments.addAll(List.of(name, value)));
    arguments.addAll(options);
    return arguments.toArray(String[]::new);
  }

  static Stream<String> urlsWithSecrets() {
    return Stream.of(
        "https://someone:s3cret@vidicenter.quividi.com/",
        "https://vidicenter.quividi.com/?token=s3cret",
        "https://vidicenter.quividi.com/#s3cret");
  }

  @ParameterizedTest
  @MethodSource("urlsWithSecrets")
  void repeatsNoSecretOfABaseUrl(String url) {
    CommandLineRun trial = CommandLineRun.of(exportWith(List.of("--base-url", url)));

    assertThat(trial.err()).startsWith("vidiexport: The base URL must ").doesNotContain("s3cret");
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void wantsCredentials() {
    CommandLineRun trial = CommandLineRun.of(Map.of(), exportWith(List.of()));

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: 2 problems with this command:
              No user name: give --username, or set VIDICENTER_USERNAME.
              No token: give --token-file, or set VIDICENTER_TOKEN.
            """
                + TRY);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void wantsEverythingThatIsRequired() {
    CommandLineRun trial = CommandLineRun.of("export");

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: 6 problems with this command:
              --data-type must be given.
              --time-resolution must be given.
              --start must be given.
              --end must be given.
              --locations must be given if no other source is: at least one is needed of \
            --locations, --sites, --locationgroups, --sitegroups, --location-tags, --site-tags.
              --output must name a file, or be - for standard output.
            """
                + TRY);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  static Stream<Arguments> misspeltOptions() {
    return Stream.of(
        Arguments.of("--data-type", "--data_type"),
        Arguments.of("--time-resolution", "--time-resolutions"),
        Arguments.of("--start", "--strat"),
        Arguments.of("--locations", "--location"),
        Arguments.of("--locations", "--site-tag"),
        Arguments.of("--output", "--ouput"));
  }

  @ParameterizedTest
  @MethodSource("misspeltOptions")
  void missesNothingThatWasMisspelt(String option, String written) {
    CommandLineRun trial = CommandLineRun.of(exportWith(List.of(written, "7"), List.of(option)));

    assertThat(trial.err())
        .startsWith("vidiexport: Unknown option \"" + written + "\". Did you mean \"--")
        .hasLineCount(2)
        .endsWith(TRY);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  static Stream<Arguments> typedDashes() {
    return Stream.of("–", "-–", "–-", "——", "—", "−−", "‒‒", "\u2011\u2011", "\u00AD-", "－－")
        .flatMap(
            dashes ->
                Stream.of("data-type", "output", "start")
                    .map(name -> Arguments.of(dashes + name, "--" + name)));
  }

  @ParameterizedTest
  @MethodSource("typedDashes")
  void namesTheDashThatIsNoHyphen(String written, String option) {
    CommandLineRun trial = CommandLineRun.of(exportWith(List.of(written, "7"), List.of(option)));

    assertThat(trial.err())
        .startsWith("vidiexport: Unknown option \"")
        .contains(": its character ", " is U+", ", not a hyphen. Did you mean \"" + option + "\"?")
        .hasLineCount(2)
        .endsWith(TRY);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export --data\u2011type=viewers",
        "locations –json",
        "data-types –-json",
        "–quiet"
      })
  void namesItInEveryPlace(String line) {
    CommandLineRun trial = CommandLineRun.of(line.split(" "));

    assertThat(trial.err())
        .contains("Unknown option \"", ": its character ", ", not a hyphen. Did you mean \"--");
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"s3cret-token\"", "s3cret\u200Btoken", "s3cret\u00A0token"})
  void refusesATokenThatWasCopiedWithMore(String token) {
    Map<String, String> environment = new LinkedHashMap<>(CommandLineRun.ENVIRONMENT);
    environment.put("VIDICENTER_TOKEN", token);

    CommandLineRun trial = CommandLineRun.of(environment, exportWith(List.of()));

    assertThat(trial.err())
        .startsWith("vidiexport: VIDICENTER_TOKEN must not ")
        .doesNotContain("s3cret")
        .hasLineCount(2);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output", "--report"})
  void neverReplacesTheFileWithTheToken(String option, @TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token.csv"), "s3cret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), token);

    CommandLineRun trial =
        CommandLineRun.of(
            exportWith(
                List.of(
                    "--token-file",
                    token.toString(),
                    option,
                    link.toString(),
                    "-f",
                    "json",
                    "--overwrite",
                    "--dry-run"),
                List.of()));

    assertThat(trial.err()).contains(option + " and --token-file lead to the same file.");
    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(token).hasContent("s3cret");
  }

  @Test
  void neverReplacesTheFilesInWhichRunsMeet(@TempDir Path states) throws IOException {
    Path file = Files.createDirectory(states.resolve("vidiexport")).resolve("0f.limits");
    Map<String, String> environment = new LinkedHashMap<>(CommandLineRun.ENVIRONMENT);
    environment.put("XDG_STATE_HOME", states.toString());

    CommandLineRun trial =
        CommandLineRun.of(
            environment, exportWith(List.of("--report", file.toString(), "--dry-run")));

    assertThat(trial.err()).contains("--report must not be one of the files in which runs share");
    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  /** As Java gives the words of a command line where the locale is C. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--output=caf\uFFFD.csv",
        "--report=caf\uFFFD.json",
        "--plugins=\uFFFD",
        "--token-file=s\uFFFDcret",
        "--data-type=\uFFFD",
        "--format=\uFFFD",
        "--c\uFFFDfe"
      })
  void tellsOnceThatTheLocaleLostACharacter(String word) {
    String option = word.substring(0, word.indexOf('=') < 0 ? word.length() : word.indexOf('='));
    CommandLineRun trial = CommandLineRun.of(exportWith(List.of(word), List.of(option)));

    assertThat(trial.err())
        .contains("has characters that this locale cannot represent. Set LC_ALL=C.UTF-8.")
        .doesNotContain("cret")
        .hasLineCount(2);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void missesNoCredentialsThatWereMisspelt() {
    CommandLineRun trial =
        CommandLineRun.of(
            Map.of(), exportWith(List.of("--user-name", "me", "--tokenfile", "token")));

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: 2 problems with this command:
              Unknown option "--user-name". Did you mean "--username"?
              Unknown option "--tokenfile". Did you mean "--token-file"?
            """
                + TRY);
  }

  @Test
  void tellsWhatIsWrongWithAnOptionThatWasAlsoMisspelt() {
    CommandLineRun trial =
        CommandLineRun.of(exportWith(List.of("--data_type", "ots", "--data-type", "viewer")));

    assertThat(trial.err())
        .startsWith("vidiexport: 2 problems")
        .contains("--data-type must be one of");
  }

  @Test
  void tellsAllThatIsWrongBeforeItLooksAtTheOutput(@TempDir Path folder) {
    String missing = folder.resolve("missing").resolve("out.csv").toString();

    CommandLineRun trial =
        CommandLineRun.of(exportWith(List.of("--output", missing, "--timeout", "soon")));

    assertThat(trial.err()).contains("--timeout").doesNotContain("Cannot write");
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void suggestsACommand() {
    CommandLineRun trial = CommandLineRun.of("exprot");

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: Unknown command "exprot". Did you mean "export"?
            Try: vidiexport --help
            """);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void wantsACommand() {
    CommandLineRun trial = CommandLineRun.of();

    assertThat(trial.err())
        .startsWith("vidiexport: A command is needed: ")
        .endsWith("Try: vidiexport --help\n");
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void suggestsADataType() {
    CommandLineRun trial = CommandLineRun.of("data-types", "viewer");

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: Unknown data type "viewer". Did you mean "viewers"?
            Try: vidiexport data-types --help
            """);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void wantsATextOfLocationsThatSaysSomething() {
    CommandLineRun trial = CommandLineRun.of("locations", " ", "--timeout", "0s");

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: 2 problems with this command:
              --timeout must be from 1ms to 8784h, but was "0s".
              TEXT must not be empty. Leave it out to see everything.
            Try: vidiexport locations --help
            """);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void letsTheLimitsOfTheServiceBeLoweredAndNeverRaised() {
    Map<String, String> environment = new LinkedHashMap<>(CommandLineRun.ENVIRONMENT);
    environment.put("VIDIEXPORT_MAX_CALLS_PER_MINUTE", "51");
    environment.put("VIDIEXPORT_MAX_CONNECTIONS", "7");

    CommandLineRun trial =
        CommandLineRun.of(environment, "whoami", "--max-connections", "3", "--max-exports", "0");

    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: 3 problems with this command:
              VIDIEXPORT_MAX_CALLS_PER_MINUTE must be a whole number from 1 to 50, but was "51".
              --max-connections must be a whole number from 1 to 2, but was "3".
              --max-exports must be a whole number from 1 to 3, but was "0".
            Try: vidiexport whoami --help
            """);
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void takesNoTokenFromTheCommandLine() {
    CommandLineRun trial = CommandLineRun.of(exportWith(List.of("--token", "s3cret")));

    assertThat(trial.err()).startsWith("vidiexport: Unknown option \"--token\".");
    assertThat(trial.err()).doesNotContain("s3cret");
    assertThat(trial.exitCode()).isEqualTo(2);
  }
}
