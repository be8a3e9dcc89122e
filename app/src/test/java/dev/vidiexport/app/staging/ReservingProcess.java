package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Another process of this program. It waits for a line before it checks the output, says how that
 * went, and lives until its standard input ends.
 */
final class ReservingProcess implements AutoCloseable {
  private static final String HESITANT = "hesitant";

  private final Process process;
  private final BufferedReader answers;

  private ReservingProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one, and returns when it waits. */
  static ReservingProcess start(Path output) throws IOException {
    return start(output, "at once");
  }

  /** Starts one that waits again, for one more line, between locking its folder and looking. */
  static ReservingProcess startHesitant(Path output) throws IOException {
    return start(output, HESITANT);
  }

  private static ReservingProcess start(Path output, String manner) throws IOException {
    List<String> command =
        JavaCommand.of(
            ReservingProcess.class,
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
            output.toString(),
            manner);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    ReservingProcess started = new ReservingProcess(builder.start());
    started.answer();
    return started;
  }

  /** Lets it go on. */
  void proceed() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  String answer() throws IOException {
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
    ScriptedFiles files = new ScriptedFiles();
    if (arguments[1].equals(HESITANT)) {
      boolean[] waited = {false};
      files.before(
          "list",
          () -> {
            if (!waited[0]) {
              waited[0] = true;
              await();
            }
          });
    }
    FileDestination destination =
        new FileDestination(files.operations(), arguments[0], SampleSinks.bytes("rows"), false);
    await();
    try (destination) {
      destination.check();
      destination.open(SampleSinks.SCHEMA);
      System.out.println("reserved");
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (ExportException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void await() throws IOException {
    System.out.println("waiting");
    System.in.read();
  }
}
