package dev.vidiexport.app.additions;

import static dev.vidiexport.app.additions.ShopService.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import dev.vidiexport.domain.testing.GrowingDeadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What VidiCenter is asked before an export whose columns need it, and what comes of refusals. */
class AdditionCallsTest {
  @TempDir private Path folder;
  private ShopService service;
  private Path output;

  @BeforeEach
  void begin() {
    service = new ShopService(folder);
    output = folder.resolve("out.csv");
  }

  @AfterEach
  void end() {
    service.close();
  }

  private CommandLineRun write(String... more) {
    return service.exportHours(CommandLines.words(List.of("-o", output.toString()), more));
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("report.json")))
        .getAsJsonObject();
  }

  private String[] reported(String... more) {
    return CommandLines.words(List.of("--report", folder.resolve("report.json").toString()), more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seconds,calendar| data/",
        "names| networks/ sites/ locations/ data/",
        "utc| locations/ data/",
        "tags| locations/ location_tags/ site_tags/ location_tag/door/locations/"
            + " location_tag/A/locations/ site_tag/north/sites/ data/",
        "names,tags| networks/ sites/ locations/ location_tags/ site_tags/"
            + " location_tag/door/locations/ location_tag/A/locations/ site_tag/north/sites/ data/"
      })
  void areThoseThatTheWordsNeedAndComeFirstAndCount(String words, String asked) throws IOException {
    String[] zone = words.equals("utc") ? new String[] {"--time-zone", "UTC"} : new String[0];

    CommandLines.good(write(reported(CommandLines.words(List.of("--with", words), zone))));

    assertThat(service.asked()).containsExactly(asked.split(" "));
    assertThat(report().get("calls").getAsInt()).isEqualTo(service.asked().size());
    assertThat(report().getAsJsonArray("columns").size()).isGreaterThan(6);
  }

  @ParameterizedTest
  @CsvSource({
    "401 Unauthorized, 3, 1",
    "403 Forbidden, 3, 1",
    "404 Not Found, 9, 1",
    "204 No Content, 7, 1",
    "302 Found, 7, 1"
  })
  void endTheRunWithTheirOwnCodeBeforeAnythingIsStarted(String status, int exitCode, int calls)
      throws IOException {
    service.answers("networks", ScriptedAnswer.of(status, ""));

    CommandLineRun run = write(reported("--with", "names"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(service.asked()).containsExactly("networks/");
    assertThat(report().get("calls").getAsInt()).isEqualTo(calls);
    assertThat(report().get("exit_code").getAsInt()).isEqualTo(exitCode);
    assertThat(output).doesNotExist();
  }

  @Tag("deadline")
  @Test
  void endWith8WhenVidiCenterKeepsFailing() throws Exception {
    service.answers("networks", ScriptedAnswer.of("503 Service Unavailable", ""));
    int[] before = {0};

    CommandLineRun run =
        GrowingDeadline.from(
            Duration.ofMillis(700),
            deadline -> {
              before[0] = service.asked().size();
              return write(reported("--with", "names", "--timeout", deadline.toString()));
            },
            attempt -> attempt.err().contains("answered 503"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(8);
    assertThat(service.asked()).containsOnly("networks/");
    assertThat(report().get("calls").getAsInt())
        .isPositive()
        .isEqualTo(service.asked().size() - before[0]);
    assertThat(output).doesNotExist();
  }

  @Test
  void countWhenTheExportFailsAfterThem() throws IOException {
    service.answersData(ScriptedAnswer.json("{\"state\": \"failed\", \"message\": \"no disk\"}"));

    CommandLineRun run = write(reported("--with", "names"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
    assertThat(report().get("calls").getAsInt()).isEqualTo(4);
    assertThat(output).doesNotExist();
  }

  @Test
  void areNoneInADryRun() {
    CommandLineRun run =
        CommandLines.good(write("--dry-run", "--with", "names,tags,utc", "--time-zone", "UTC"));

    assertThat(run.out()).startsWith("GET ").hasLineCount(1);
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void areNoneWhenTheOutputIsThereAlready() throws IOException {
    Files.writeString(output, "mine");

    assertThat(write("--with", "names").exitCode()).isEqualTo(6);
    assertThat(service.asked()).isEmpty();
  }

  /** A tag of which it is not told what has it is told, and is nowhere. */
  @Test
  void goOnWithoutTagsOfWhichNothingIsTold() throws IOException {
    service.answers("location_tag/door/locations", ScriptedAnswer.of("404 Not Found", ""));
    service.answersData(
        rows("{'location_id': 1056, 'period_start': '2024-07-01 12:00:00', 'watcher_count': 3}"));

    CommandLineRun run = CommandLines.good(write("--with", "tags"));

    assertThat(run.err()).containsOnlyOnce("VidiCenter does not say what has the tag \"door\"");
    assertThat(Files.readAllLines(output).get(1)).endsWith(",3,A,north");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--with namse| --with must be some of names, tags, labels, seconds, calendar, utc, but was"
            + " \"namse\" (did you mean \"names\"?)",
        "--with labels| --with must add something, but labels adds nothing to \"viewers\" at 1h",
        "--with utc| --with must come with --time-zone or --time-zones when it has utc",
        "--with names --time-zone UTC| --time-zone is only for --with utc",
        "--time-zone UTC| --time-zone is only for --with utc",
        "--with utc --time-zone Paris| --time-zone must be an IANA name such as Europe/Paris",
        "--with utc --time-zones none.txt| --time-zones must be a file that can be read, but"
            + " \"none.txt\" does not exist",
        "--with utc --time-zones BAD| --time-zones line 2 names the location 1 again, which line 1",
        "--with utc --time-zones BAD| --time-zones line 3 must be an IANA name",
      })
  void areNoneWhenTheCommandLineIsWrong(String words, String told) throws IOException {
    Path bad =
        Files.writeString(folder.resolve("bad.txt"), "1: UTC\n1: Europe/Paris\n2: Mars/Base\n");

    CommandLineRun run = write(words.replace("BAD", bad.toString()).split(" "));

    assertThat(run.err()).contains(told);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void areNoneWhereRowsNameNoPlaceButHaveZonesOfPlaces() throws IOException {
    Path zones = Files.writeString(folder.resolve("zones.txt"), "1056: UTC\n");
    String[] words = {"-o", output.toString(), "--with", "utc", "--time-zones", zones.toString()};

    CommandLineRun refused = service.export("extrapolated_ots", "1h", words);
    assertThat(refused.err()).contains("take --time-zone alone");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(service.asked()).isEmpty();

    words[4] = "--time-zone";
    words[5] = "UTC";
    CommandLines.good(service.export("extrapolated_ots", "1h", words));
  }
}
