package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Another process with a limits file, which has exports built, as many at a time as there is room
 * for. It does what it is told, and knows no time but what it is told.
 */
final class RunOfLimits implements AutoCloseable {
  private static final String BUILD = "build";
  private static final String BUILT = "built";

  private final Process process;
  private final BufferedReader answers;

  private RunOfLimits(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static RunOfLimits start(Path limits) throws IOException {
    List<String> command =
        JavaCommand.of(
            RunOfLimits.class,
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
            limits.toString());
    return new RunOfLimits(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Asks for room for one more export, and says whether there was any. */
  boolean build(Duration now) throws IOException {
    return Boolean.parseBoolean(tell(BUILD, now));
  }

  /** Gives the room back that it has had for longest. */
  void built(Duration now) throws IOException {
    tell(BUILT, now);
  }

  private String tell(String what, Duration now) throws IOException {
    String line = what + " " + now.toNanos() + "\n";
    process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return String.valueOf(answers.readLine());
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  public static void main(String[] arguments) throws IOException {
    Duration[] now = {Duration.ZERO};
    MachineClock clock = new MachineClock(1, () -> now[0], () -> Instant.EPOCH.plus(now[0]));
    ServiceLimits limits = new ServiceLimits(50, Duration.ofNanos(1), 2, 3);
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Deque<LimitsFile.Holding> building = new ArrayDeque<>();
    try (LimitsFile file = LimitsFile.open(Path.of(arguments[0]), limits, clock)) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        List<String> words = List.of(line.split(" "));
        now[0] = Duration.ofNanos(Long.parseLong(words.get(1)));
        System.out.println(
            words.get(0).equals(BUILD) ? build(file, building) : built(file, building));
      }
    }
  }

  private static boolean build(LimitsFile file, Deque<LimitsFile.Holding> building)
      throws IOException {
    LimitsFile.Holding holding = new LimitsFile.Holding();
    boolean taken = file.take(holding, true, 0).isEmpty();
    if (taken) {
      file.end(holding);
      file.giveBackConnection(holding);
      building.addLast(holding);
    }
    return taken;
  }

  private static boolean built(LimitsFile file, Deque<LimitsFile.Holding> building)
      throws IOException {
    file.giveBackExport(building.removeFirst());
    return true;
  }
}
