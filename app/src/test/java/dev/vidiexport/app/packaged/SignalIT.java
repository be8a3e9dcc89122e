package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Codes 130 and 143: told to end, it ends soon and leaves nothing. It halts itself after less than
 * five seconds, done or not, so that what it left tells whether it was done.
 */
@Tag("deadline")
class SignalIT {
  private static final byte[] ROW =
      "{\"location_id\": 1056, \"period_start\": \"2016-04-29 10:00:00\", \"watcher_count\": 27},"
          .getBytes(US_ASCII);
  private static final int ROWS_UNTIL_IT_STREAMS = 200_000;

  @TempDir private Path folder;

  static Stream<Arguments> signalsAndOutputs() {
    return Stream.of("INT, 130", "TERM, 143", "HUP, 143")
        .map(text -> text.split(", "))
        .flatMap(
            parts ->
                Stream.of("out.csv", "-")
                    .map(output -> Arguments.of(parts[0], Integer.valueOf(parts[1]), output)));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 143"})
  void endsWhileItWaitsForTheNextPoll(String signal, int exitCode) throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    ScriptedAnswer building =
        ScriptedAnswer.toldWhenRead(ScriptedAnswer.json("{\"state\": \"in_progress\"}"), read);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(building)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      RunningJar running =
          jar.start(
              ExampleCommandLine.export(
                  "-o",
                  "out.csv",
                  "--report",
                  "report.json",
                  "--poll-interval",
                  "10m",
                  "--max-poll-interval",
                  "10m"));
      WaitLimit.await(read, "waits for the next poll");

      running.signal(signal);

      assertThatNothingIsLeft(jar, running, exitCode);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsWhileItWaitsForAnAnswer(String signal, int exitCode) throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(ScriptedAnswer.silence())) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      RunningJar running =
          jar.start(ExampleCommandLine.export("-o", "out.csv", "--report", "report.json"));
      vidiCenter.awaitRequests(1);

      running.signal(signal);

      assertThatNothingIsLeft(jar, running, exitCode);
    }
  }

  @ParameterizedTest
  @MethodSource("signalsAndOutputs")
  void endsWhileABodyStreams(String signal, int exitCode, String output) throws Exception {
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      RunningJar running =
          jar.start(
              ExampleCommandLine.export("-o", output, "-f", "csv", "--report", "report.json"));
      WaitLimit.await(streams, "rows stream");

      running.signal(signal);

      assertThatNothingIsLeft(jar, running, exitCode);
    }
  }

  @Test
  void endsAllTheSameWhenTheSignalComesAgain() throws Exception {
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      RunningJar running =
          jar.start(ExampleCommandLine.export("-o", "out.csv", "--report", "report.json"));
      WaitLimit.await(streams, "rows stream");

      // In one call, because the process may be gone when another one comes.
      running.signal("INT", "INT", "INT");

      assertThatNothingIsLeft(jar, running, 130);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void leavesTheEarlierFileAsItWas(String signal, int exitCode) throws Exception {
    Files.writeString(folder.resolve("out.csv"), "earlier");
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      RunningJar running = jar.start(ExampleCommandLine.export("-o", "out.csv", "--overwrite"));
      WaitLimit.await(streams, "rows stream");

      running.signal(signal);

      assertThat(running.end().exitCode()).isEqualTo(exitCode);
      assertThat(folder.resolve("out.csv")).hasContent("earlier");
      assertThat(jar.files()).containsExactly("out.csv");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "locations, INT, 130",
    "locations, TERM, 143",
    "locations, HUP, 143",
    "whoami, INT, 130"
  })
  void endsACommandThatWaitsForAnAnswer(String command, String signal, int exitCode)
      throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(ScriptedAnswer.silence())) {
      RunningJar running = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()).start(command);
      vidiCenter.awaitRequests(1);

      running.signal(signal);

      assertThatItSaysSo(running.end(), exitCode);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsAListingThatWaitsToAskAgain(String signal, int exitCode) throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    ScriptedAnswer limited =
        ScriptedAnswer.toldWhenRead(
            ScriptedAnswer.of("429 Too Many Requests", "", "Retry-After: 50"), read);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(limited)) {
      RunningJar running =
          PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()).start("locations", "--json");
      WaitLimit.await(read, "waits to ask again");

      running.signal(signal);

      assertThatItSaysSo(running.end(), exitCode);
      assertThat(vidiCenter.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsADemoAndLeavesNothingStaged(String signal, int exitCode) throws Exception {
    RunningJar running =
        PackagedJar.in(folder).startWritingTo(ProcessBuilder.Redirect.PIPE, "demo");
    try (BufferedReader out = running.reader()) {
      out.lines().takeWhile(line -> !line.endsWith("started")).forEach(line -> {});

      running.signal(signal);

      ProcessResult ended = running.end();
      assertThat(ended.err()).isEqualTo("vidiexport: The run was interrupted.\n");
      assertThat(ended.exitCode()).isEqualTo(exitCode);
      assertThat(PackagedJar.in(folder).files()).containsExactly("vidiexport-demo");
    }
  }

  private static void assertThatItSaysSo(ProcessResult ended, int exitCode) {
    assertThat(ended.err().lines().filter(line -> !line.startsWith("To go on: ")).toList())
        .last()
        .isEqualTo("vidiexport: The run was interrupted.");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(exitCode);
  }

  /** A pipe takes some 64 KiB; then the program stands still until somebody reads. */
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsWhileNobodyReadsStandardOutput(String signal, int exitCode) throws Exception {
    String rows = "{\"location_id\": 1056},".repeat(100_000);
    ScriptedAnswer finished =
        ScriptedAnswer.json(
            "{\"state\": \"finished\", \"data\": [" + rows + "{\"location_id\": 7}]}");
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(finished)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      RunningJar running =
          jar.startWritingTo(
              Redirect.PIPE, ExampleCommandLine.export("-o", "-", "--report", "report.json"));
      assertThat(running.output().read()).as("first byte").isEqualTo('l');

      running.signal(signal);

      assertThatNothingIsLeft(jar, running, exitCode);
    }
  }

  /** Rows until the program goes away; by the time of the latch, many have been written. */
  private static ScriptedAnswer endless(CountDownLatch streams) {
    return ScriptedAnswer.streamed(
        out -> {
          out.write("{\"state\": \"finished\", \"data\": [".getBytes(US_ASCII));
          for (long rows = 0; ; rows++) {
            out.write(ROW);
            if (rows == ROWS_UNTIL_IT_STREAMS) {
              streams.countDown();
            }
          }
        });
  }

  private void assertThatNothingIsLeft(PackagedJar jar, RunningJar running, int exitCode)
      throws Exception {
    ProcessResult ended = running.end();

    assertThatItSaysSo(ended, exitCode);
    assertThat(jar.files()).containsExactly("report.json");
    JsonObject report =
        JsonParser.parseString(Files.readString(folder.resolve("report.json"))).getAsJsonObject();
    assertThat(report.get("exit_code").getAsInt()).isEqualTo(exitCode);
    assertThat(report.get("rows").isJsonNull()).isTrue();
  }
}
