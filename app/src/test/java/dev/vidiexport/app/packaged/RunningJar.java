package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packaged program while it runs.
 *
 * @param process the child process
 * @param out where its standard output is kept
 * @param err where its standard error is kept
 * @param entry what the audit of its service must say when it has ended
 * @param leaks looks for the token in what it leaves
 * @param read what a test has read of {@link #output()}
 */
public record RunningJar(
    Process process,
    Path out,
    Path err,
    AuditedRun entry,
    LeakSearch leaks,
    ByteArrayOutputStream read) {
  /**
   * Starts a command, with standard output in a file.
   *
   * @param searched the folders in which it may leave traces
   */
  public static RunningJar start(ProcessBuilder builder, Path... searched) throws IOException {
    Path out = Files.createTempFile("vidiexport-out", ".bytes");
    return start(builder, Redirect.to(out.toFile()), out, searched);
  }

  /**
   * Starts a command, with standard output elsewhere.
   *
   * @param out the file in which that is, if it is in one
   * @param searched the folders in which it may leave traces
   */
  public static RunningJar start(
      ProcessBuilder builder, Redirect output, Path out, Path... searched) throws IOException {
    Path err = Files.createTempFile("vidiexport-err", ".txt");
    builder.redirectOutput(output).redirectError(err.toFile());
    AuditedRun entry = AuditedRun.begin(builder);
    LeakSearch leaks = LeakSearch.before(searched);
    return new RunningJar(builder.start(), out, err, entry, leaks, new ByteArrayOutputStream());
  }

  /** Its standard output where that is a pipe; what is read of it is searched like all the rest. */
  public InputStream output() {
    return new RecordedInputStream(process.getInputStream(), read);
  }

  /** The same as text. */
  public BufferedReader reader() {
    return new BufferedReader(new InputStreamReader(output(), UTF_8));
  }

  /** Sends it signals one behind the other, such as {@code INT}. */
  public void signal(String... names) {
    String kills =
        Stream.of(names)
            .map(name -> "kill -%s %s".formatted(name, process.pid()))
            .collect(Collectors.joining(" && "));
    try {
      Process kill = new ProcessBuilder("sh", "-c", kills).start();
      assertThat(kill.waitFor()).as("exit code of kill").isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits until it has ended; kills it, and fails the test, when it never does. */
  public ProcessResult end() {
    LeakSearch.checkProcess(process.pid());
    try {
      boolean ended = process.waitFor(WaitLimit.FAR.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String messages = Files.readString(err, UTF_8);
      byte[] data = Files.isRegularFile(out) ? Files.readAllBytes(out) : new byte[0];
      Files.delete(err);
      if (Files.isRegularFile(out)) {
        Files.delete(out);
      }
      assertThat(ended).as("has ended within %s; it said: %s", WaitLimit.FAR, messages).isTrue();
      entry.end(process.exitValue(), messages);
      leaks.check(read.size() > 0 ? read.toByteArray() : data, messages);
      return new ProcessResult(process.exitValue(), data, messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("The test was interrupted while the program ran", cause);
  }
}
