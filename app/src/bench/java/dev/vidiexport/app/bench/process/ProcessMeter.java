package dev.vidiexport.app.bench.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs and measures them. Not thread-safe. */
public final class ProcessMeter {
  private static final Path GNU_TIME = Path.of("/usr/bin/time");
  private static final long MOST_MINUTES = 20;
  private static final int POLL_MILLISECONDS = 5;
  private static final int EXIT_OF_KILLED = 137;

  private final Path said;
  private final Path memory;

  /** A meter that keeps its notes in a folder. */
  public ProcessMeter(Path folder) throws IOException {
    Files.createDirectories(folder);
    said = folder.resolve("said.txt");
    memory = folder.resolve("memory.txt");
  }

  /** How memory is measured, for the report. */
  public static String method() {
    return Files.isExecutable(GNU_TIME)
        ? "largest resident set as the kernel counts it (GNU time)"
        : "VmHWM of /proc, read every 5 ms, because there is no GNU time: the end can be missed";
  }

  /** Measures the time of a run, with nothing between this process and the program. */
  public Measured time(ProcessCommand command) throws IOException, InterruptedException {
    return run(command, false);
  }

  /** Measures the time and the memory of a run. */
  public Measured measure(ProcessCommand command) throws IOException, InterruptedException {
    if (!Files.isExecutable(GNU_TIME)) {
      return run(command, true);
    }
    Files.deleteIfExists(memory);
    List<String> launcher = List.of(GNU_TIME.toString(), "-q", "-f", "%M", "-o", memory.toString());
    Measured run = run(command.behind(launcher), false);
    long kibibytes = Long.parseLong(Files.readString(memory).strip());
    return new Measured(run.seconds(), kibibytes * 1024, run.exitCode(), run.message());
  }

  private Measured run(ProcessCommand command, boolean polling)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .redirectOutput(
                command.output().map(Path::toFile).map(Redirect::to).orElse(Redirect.DISCARD))
            .redirectError(said.toFile());
    builder.environment().putAll(command.variables());
    long begin = System.nanoTime();
    Process process = builder.start();
    long peak = polling ? poll(process) : 0;
    boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return new Measured(seconds, peak, EXIT_OF_KILLED, "took too long");
    }
    return new Measured(seconds, peak, process.exitValue(), lastLine(said).orElse(""));
  }

  private static long poll(Process process) throws InterruptedException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    long peak = 0;
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      try {
        peak = Math.max(peak, ProcFile.of(status).bytes("VmHWM"));
      } catch (IOException ended) {
        // It went away while its status was read; the loop finds out by itself.
        continue;
      }
    }
    return peak;
  }

  private static Optional<String> lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }
}
