package dev.vidiexport.spi;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes a million rows in a Java of its own, because the memory of a Java is bounded at its start.
 * It has the class path of the tests, and those of their options that begin with {@code -D} or
 * {@code --}.
 *
 * @param folder where its papers go
 * @param heapMebibytes its heap
 */
record WritingProcess(Path folder, int heapMebibytes) {
  /** Only ends what hangs. */
  private static final long PATIENCE_MINUTES = 10;

  /**
   * How it ended.
   *
   * @param exitCode of the process
   * @param said what it printed
   */
  record Result(int exitCode, String said) {}

  Result run(WritingArguments order) throws IOException, InterruptedException {
    Path said = folder.resolve("million-rows-said.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + argumentFile(order))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError(
            "A million rows were not written within %s minutes".formatted(PATIENCE_MINUTES));
      }
      return new Result(process.exitValue(), Files.readString(said).strip());
    } finally {
      process.destroyForcibly();
    }
  }

  /** A class path can be longer than a command line may be. */
  private Path argumentFile(WritingArguments order) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx" + heapMebibytes + "m");
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-XX:+ExitOnOutOfMemoryError");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-D") || argument.startsWith("--"))
        .forEach(arguments::add);
    arguments.add("-classpath");
    arguments.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    arguments.add(WritingProcess.class.getName());
    arguments.addAll(order.arguments());
    return Files.write(
        folder.resolve("million-rows-arguments.txt"),
        arguments.stream().map(WritingProcess::quoted).toList());
  }

  private static String quoted(String argument) {
    return '"'
        + argument
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }

  /** The process itself. */
  public static void main(String[] arguments) throws Exception {
    WritingArguments order = WritingArguments.parse(arguments);
    SinkProvider provider =
        (SinkProvider) Class.forName(order.provider()).getConstructor().newInstance();
    try (TrialTarget place =
            TrialTarget.of(
                provider.targetKind(), order.output(), order.extension(), order.externalName());
        Sink sink =
            SinkTrial.of(provider, order.options()).open(place.target(), MillionRows.SCHEMA)) {
      new RowFeeder(MillionRows.SCHEMA).feed(new MillionRows(), Integer.MAX_VALUE, sink);
      sink.commit(SinkTrial.provenance(MillionRows.ROWS));
    }
  }
}
