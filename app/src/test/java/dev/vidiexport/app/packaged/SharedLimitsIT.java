package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.GrowingDeadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs of one user keep to the service's limits together. */
@Tag("deadline")
class SharedLimitsIT {
  /** It waits for longer than any test takes. */
  private static final String[] WHOAMI_LATER = {"whoami", "--timeout", "1h"};

  private static final ScriptedAnswer BUILDING =
      ScriptedAnswer.json("{\"state\": \"in_progress\"}");

  @TempDir private Path folder;
  private final List<RunningJar> running = new ArrayList<>();

  @AfterEach
  void killWhatStillRuns() {
    running.forEach(run -> run.process().destroyForcibly());
    running.forEach(RunningJar::end);
  }

  private RunningJar start(PackagedJar jar, String... arguments) {
    RunningJar run = jar.start(arguments);
    running.add(run);
    return run;
  }

  private ProcessResult end(RunningJar run) {
    running.remove(run);
    return run.end();
  }

  private static String[] export(int number, String... more) {
    List<String> arguments = new ArrayList<>(List.of("-o", "out" + number + ".csv"));
    arguments.addAll(List.of(more));
    return ExampleCommandLine.export(arguments.toArray(String[]::new));
  }

  private static String[] holdingAnExport(int number) {
    return export(number, "--poll-interval", "10m", "--max-poll-interval", "10m");
  }

  /** Half a minute is enough for fifty calls, and none may follow before a whole one is over. */
  @Test
  void makeFiftyCallsAMinuteTogether() {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(BUILDING)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      IntStream.range(0, 3).forEach(number -> start(jar, export(number, "--timeout", "30s")));

      List<ProcessResult> ends = List.copyOf(running).stream().map(this::end).toList();

      assertThat(ends).extracting(ProcessResult::exitCode).containsOnly(5);
      assertThat(ends)
          .extracting(ProcessResult::messages)
          .anySatisfy(
              messages ->
                  assertThat(messages)
                      .endsWith(
                          "vidiexport: Gave up after TIME: other runs of this user use up the"
                              + " service's limits (50 calls in TIME), which allow the next call in"
                              + " TIME. The same command, without --force-rebuild, picks it"
                              + " up.\nTo go on: COMMAND\n"));
      assertThat(vidiCenter.requests()).hasSize(50);
    }
  }

  @Test
  void haveThreeExportsBuiltTogetherUntilOneOfThemDies() throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(BUILDING)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      IntStream.range(0, 3).forEach(number -> start(jar, holdingAnExport(number)));
      vidiCenter.awaitRequests(3);

      ProcessResult fourth =
          GrowingDeadline.from(
              Duration.ofSeconds(1),
              deadline -> jar.run(export(4, "--timeout", deadline.toString())),
              attempt -> attempt.err().contains("waiting: "));

      assertThat(fourth.talkWithoutSignsOfLife())
          .isEqualTo(
              """
              waiting: other runs of this user use up the service's limits (3 exports being built)
              vidiexport: Gave up after TIME: other runs of this user use up the service's limits \
              (3 exports being built). The same command, without --force-rebuild, picks it up.
              To go on: COMMAND
              """);
      assertThat(fourth.exitCode()).isEqualTo(5);
      assertThat(vidiCenter.requests()).hasSize(3);

      running.get(0).signal("KILL");
      assertThat(end(running.get(0)).exitCode()).isEqualTo(137);
      start(jar, holdingAnExport(4));
      vidiCenter.awaitRequests(4);
    }
  }

  @Test
  void openTwoConnectionsTogetherUntilOneOfThemDies() throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(ScriptedAnswer.silence())) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      start(jar, WHOAMI_LATER);
      start(jar, WHOAMI_LATER);
      vidiCenter.awaitRequests(2);
      RunningJar third = start(jar, WHOAMI_LATER);
      awaitMessage(third, "waiting: other runs of this user use up the service's limits");

      ProcessResult fourth = jar.run("whoami", "--timeout", "1s", "--quiet");
      third.signal("TERM");

      assertThat(fourth.err())
          .isEqualTo(
              "vidiexport: VidiCenter did not say whose credentials these are: other runs of this"
                  + " user use up the service's limits (2 connections); try again later.\n");
      assertThat(fourth.exitCode()).isEqualTo(5);
      running.remove(third);
      assertThat(third.end().exitCode()).isEqualTo(143);
      assertThat(vidiCenter.requests()).hasSize(2);

      running.get(0).signal("KILL");
      assertThat(end(running.get(0)).exitCode()).isEqualTo(137);
      start(jar, WHOAMI_LATER);
      vidiCenter.awaitRequests(3);
    }
  }

  private static void awaitMessage(RunningJar run, String text) throws Exception {
    while (!Files.readString(run.err()).contains(text)) {
      assertThat(run.process().waitFor(50, TimeUnit.MILLISECONDS)).as("has ended").isFalse();
    }
  }

  @Test
  void keepToLowerLimitsThatTheUserSets() {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(BUILDING)) {
      PackagedJar jar =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("VIDIEXPORT_MAX_CALLS_PER_MINUTE", "2");

      assertThat(jar.run(export(0, "--timeout", "30s")).exitCode()).isEqualTo(5);
      assertThat(jar.run("whoami", "--timeout", "10m", "--max-calls-per-minute", "3").exitCode())
          .as("of the third call, whose answer is not that of whoami")
          .isEqualTo(7);
      assertThat(vidiCenter.requests()).hasSize(3);
    }
  }

  @Test
  void goOnByThemselvesWithOneWarningWhereTheyCannotMeet() {
    ScriptedAnswer finished = ScriptedAnswer.resource("worked-example/finished.json");
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(BUILDING, finished)) {
      ProcessResult ended =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("XDG_STATE_HOME", "/dev/null")
              .run(export(0));

      assertThat(ended.err())
          .startsWith(
              "vidiexport: The service's limits are kept within this run only, without regard to"
                  + " other runs of this user: /dev/null/vidiexport cannot be used: Not a"
                  + " directory. Set XDG_STATE_HOME to a folder that you may write to.\n");
      assertThat(ended.err()).containsOnlyOnce("XDG_STATE_HOME");
      assertThat(ended.exitCode()).isZero();
    }
  }

  @Test
  void leaveNothingWhereNobodyIsCalled() {
    PackagedJar jar = PackagedJar.in(folder).askingAt("http://127.0.0.1:9/");

    assertThat(jar.run(export(0, "--dry-run")).exitCode()).isZero();
    assertThat(jar.run("sinks").exitCode()).isZero();
    assertThat(jar.run("data-types").exitCode()).isZero();

    assertThat(jar.stateFolder()).doesNotExist();
  }
}
