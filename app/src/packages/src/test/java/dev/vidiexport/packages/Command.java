package dev.vidiexport.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command that is run with nothing in its environment but what it is given.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment what it finds there
 */
record Command(List<String> words, Path folder, Map<String, String> environment) {
  /** Far longer than any of them takes. */
  private static final long MINUTES = 10;

  private static final Map<String, String> PLAIN =
      Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");

  static Command of(Object... words) {
    return new Command(Stream.of(words).map(Object::toString).toList(), Path.of("/"), PLAIN);
  }

  /** The same, run by what these words begin. */
  Command behind(List<String> before) {
    List<String> all = new ArrayList<>(before);
    all.addAll(words);
    return new Command(all, folder, environment);
  }

  Command in(Path place) {
    return new Command(words, place, environment);
  }

  Command with(String variable, Object value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value.toString());
    return new Command(words, folder, more);
  }

  Command with(Map<String, String> variables) {
    Command told = this;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      told = told.with(variable.getKey(), variable.getValue());
    }
    return told;
  }

  /** Starts it, with its standard output in a pipe. */
  Process start(Path messages) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectError(messages.toFile()).start();
  }

  /** Runs it to its end, whatever that is. */
  Ended run() throws IOException, InterruptedException {
    Path messages = Files.createTempFile("command", ".err");
    try {
      Process process = start(messages);
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(words.toString()).isTrue();
      return new Ended(process.exitValue(), out, Files.readString(messages, UTF_8));
    } finally {
      Files.delete(messages);
    }
  }

  /** Runs it to its end, which must be a good one, and gives what it said. */
  String output() throws IOException, InterruptedException {
    Ended ended = run();
    assertThat(ended.exitCode()).as("%s: %s%s", words, ended.out(), ended.err()).isZero();
    return ended.out();
  }

  /** The same, line by line. */
  List<String> lines() throws IOException, InterruptedException {
    return output().lines().toList();
  }

  /** How a command ended, and what it said. */
  record Ended(int exitCode, String out, String err) {}
}
