package dev.vidiexport.app.deaths;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.backfill.HistoryTarget;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ReceivedRequest;
import dev.vidiexport.app.packaged.RunningJar;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.app.packaged.WaitLimit;
import dev.vidiexport.domain.testing.SampledShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sync that is told to end while three exports are under way ends soon, and leaves whole files
 * only. It halts itself after less than five seconds, done or not, so that what it left tells
 * whether it was done.
 */
@Tag("deadline")
class HistorySignalIT {
  private static final String WHOLE_DAY = "2025-01-04";
  private static final String BUILT_DAY = "2025-01-03";
  private static final List<String> OTHER_DAYS = List.of("2025-01-02", "2025-01-01");

  private static final String PROJECT =
      """
      target: audience
      exports:
        viewers:
          data_type: viewers
          time_resolution: 1h
          locations: [1056]
          start: 2025-01-01
          end: 2025-01-04
      """;

  /** No export is asked twice how it stands. */
  private static final String[] SYNC = {
    "sync",
    "--as-of",
    "2025-01-10T00:00:00Z",
    "--json",
    "--report",
    "report.json",
    "--poll-interval",
    "10m",
    "--max-poll-interval",
    "10m"
  };

  private static final String ROW =
      "{\"location_id\": 1056, \"period_start\": \"%s 10:00:00\", \"watcher_count\": 27}";
  private static final int ROWS_UNTIL_IT_STREAMS = 50_000;
  private static final ScriptedAnswer BUILDING =
      ScriptedAnswer.json("{\"state\": \"in_progress\"}");

  @TempDir private Path top;

  /** What VidiCenter does when the signal comes. The newest day is whole by then, and no other. */
  enum Moment {
    /** One export is being built, and the rows of two come. */
    TWO_BODIES_STREAM(2) {
      @Override
      ScriptedAnswer answer(String day, CountDownLatch reached) {
        return day.equals(BUILT_DAY) ? BUILDING : endless(day, reached);
      }
    },
    /** One export is being built, and there is no word of two. */
    TWO_ANSWERS_ARE_AWAITED(2) {
      @Override
      ScriptedAnswer answer(String day, CountDownLatch reached) {
        return day.equals(BUILT_DAY)
            ? BUILDING
            : connection -> {
              reached.countDown();
              ScriptedAnswer.silence().send(connection);
            };
      }
    },
    /** Three exports are being built, and none is asked for. */
    THREE_ARE_BUILT(3) {
      @Override
      ScriptedAnswer answer(String day, CountDownLatch reached) {
        return ScriptedAnswer.toldWhenRead(BUILDING, reached);
      }
    };

    private final int signs;

    /**
     * A moment.
     *
     * @param signs so often it is told that an export has come so far
     */
    Moment(int signs) {
      this.signs = signs;
    }

    abstract ScriptedAnswer answer(String day, CountDownLatch reached);
  }

  static List<Arguments> momentsAndSignals() {
    List<Arguments> bodies =
        List.of(
            Arguments.of(Moment.TWO_BODIES_STREAM, "INT", 130),
            Arguments.of(Moment.TWO_BODIES_STREAM, "TERM", 143));
    List<Arguments> others =
        List.of(
            Arguments.of(Moment.TWO_ANSWERS_ARE_AWAITED, "INT", 130),
            Arguments.of(Moment.THREE_ARE_BUILT, "TERM", 143));
    return SampledShare.of(bodies, Stream.concat(bodies.stream(), others.stream()).toList());
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("momentsAndSignals")
  void endsWithThreeExportsUnderWay(Moment moment, String signal, int exitCode) throws Exception {
    Path folder = Files.createDirectory(top.toRealPath().resolve("run"));
    Files.writeString(folder.resolve("vidiexport.yaml"), PROJECT);
    PackagedJar jar =
        PackagedJar.in(folder).withVariable("XDG_CACHE_HOME", top.resolve("cache").toString());
    HistoryTarget target = new HistoryTarget(folder.resolve("audience"));
    CountDownLatch reached = new CountDownLatch(moment.signs);
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.choosing(
            request ->
                answer(
                    request,
                    day -> day.equals(WHOLE_DAY) ? finished(day) : moment.answer(day, reached)))) {
      RunningJar running = jar.askingAt(vidiCenter.baseUrl()).start(SYNC);
      WaitLimit.await(reached, moment.toString());
      awaitWholeDay(running);

      running.signal(signal);

      ProcessResult ended = running.end();
      assertThat(ended.err()).contains("vidiexport: The run was interrupted.\n");
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
      assertThat(days(vidiCenter))
          .as("asked for, each once")
          .containsExactlyInAnyOrder(WHOLE_DAY, BUILT_DAY, OTHER_DAYS.get(0), OTHER_DAYS.get(1));
      assertThatItIsReported(ended, folder, exitCode);
    }
    assertThatOneFileIsWhole(jar, target);
    assertThatTheNextSyncAsksForTheRest(jar, target);
  }

  /** Its end is told once all is noted. */
  private static void awaitWholeDay(RunningJar sync) throws Exception {
    while (!Files.readString(sync.err()).contains(WHOLE_DAY)) {
      assertThat(sync.process().waitFor(10, TimeUnit.MILLISECONDS)).as("has ended").isFalse();
    }
  }

  /** What a service says that has one location. */
  private static ScriptedAnswer answer(ReceivedRequest request, AnswerOfDay answers) {
    if (request.path().endsWith("/data/")) {
      return answers.answer(day(request));
    }
    return ScriptedAnswer.json(
        request.path().endsWith("/locations/")
            ? """
            [{"id": 1056, "site_id": 201, "label": "Entrance", "active": true, \
            "creation_date": "2016-01-01T00:00:00", "last_timezone": 0, \
            "last_upload_timestamp": "2025-01-09T00:00:00"}]"""
            : "[]");
  }

  /** What is answered to the export of a day. */
  @FunctionalInterface
  private interface AnswerOfDay {
    ScriptedAnswer answer(String day);
  }

  private static String day(ReceivedRequest request) {
    return request.arguments().get("start").substring(0, WHOLE_DAY.length());
  }

  private static List<String> days(ScriptedVidiCenter vidiCenter) {
    return vidiCenter.requests().stream()
        .filter(request -> request.path().endsWith("/data/"))
        .map(HistorySignalIT::day)
        .toList();
  }

  private static ScriptedAnswer finished(String day) {
    return ScriptedAnswer.json("{\"state\": \"finished\", \"data\": [" + ROW.formatted(day) + "]}");
  }

  /** Rows until the program goes away; when it is told, many have been written. */
  private static ScriptedAnswer endless(String day, CountDownLatch reached) {
    byte[] row = (ROW.formatted(day) + ",").getBytes(US_ASCII);
    return ScriptedAnswer.streamed(
        out -> {
          out.write("{\"state\": \"finished\", \"data\": [".getBytes(US_ASCII));
          for (long rows = 0; ; rows++) {
            out.write(row);
            if (rows == ROWS_UNTIL_IT_STREAMS) {
              reached.countDown();
            }
          }
        });
  }

  private static void assertThatItIsReported(ProcessResult ended, Path folder, int exitCode)
      throws IOException {
    JsonObject report = JsonParser.parseString(ended.text()).getAsJsonObject();
    assertThat(Files.readString(folder.resolve("report.json"))).isEqualTo(ended.text());
    assertThat(report.get("exit_code").getAsInt()).isEqualTo(exitCode);
    JsonObject export = report.getAsJsonArray("exports").get(0).getAsJsonObject();
    assertThat(export)
        .hasToString(
            JsonParser.parseString(
                    """
                    {"name": "viewers", "asked": 1, "published": 1, "unchanged": 0,
                     "replaced": 0, "empty": 0, "failed": 0, "refused": 0, "remaining": 3,
                     "rows": 1, "bytes": %s}
                    """
                        .formatted(export.get("bytes")))
                .toString());
  }

  private static void assertThatOneFileIsWhole(PackagedJar jar, HistoryTarget target)
      throws Exception {
    assertThat(jar.files().stream().filter(name -> !name.startsWith("audience")))
        .containsExactly("report.json", "vidiexport.yaml");
    assertThat(target.files().keySet())
        .singleElement()
        .asString()
        .startsWith("viewers/date=" + WHOLE_DAY + "/");
    assertThat(target.query("SELECT \"window\", state, \"rows\" FROM files ORDER BY 1"))
        .filteredOn(row -> !row.contains("missing"))
        .containsExactly(WHOLE_DAY + "|complete|1");
    target.holdsNoLeftover("after the signal");
  }

  private static void assertThatTheNextSyncAsksForTheRest(PackagedJar jar, HistoryTarget target)
      throws Exception {
    String whole = target.files().toString();
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.choosing(request -> answer(request, HistorySignalIT::finished))) {
      ProcessResult next = jar.askingAt(vidiCenter.baseUrl()).run(SYNC);

      assertThat(next.exitCode()).as(next.err()).isZero();
      assertThat(days(vidiCenter))
          .containsExactlyInAnyOrder(BUILT_DAY, OTHER_DAYS.get(0), OTHER_DAYS.get(1));
    }
    assertThat(target.files()).hasSize(4);
    assertThat(target.files().toString()).contains(whole.substring(1, whole.length() - 1));
    assertThat(target.query("SELECT state, count(*), sum(\"rows\") FROM files GROUP BY 1"))
        .containsExactly("complete|4|4");
    target.holdsNoLeftover("after the next sync");
  }
}
