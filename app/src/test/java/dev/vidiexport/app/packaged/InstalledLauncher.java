package dev.vidiexport.app.packaged;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher, installed with the jar in a folder of its own, and called by a link to it.
 *
 * @param link the link
 * @param jdk the home of the JDK that runs the program
 * @param caches the folder for the caches of all programs
 */
record InstalledLauncher(Path link, Path jdk, Path caches) {
  private static final String MAKING = ".making";

  /** Installs it below a folder, in which it also keeps what the JVM learnt. */
  static InstalledLauncher in(Path folder, Path jdk) throws IOException {
    Path place = Files.createDirectories(folder.resolve("place"));
    Path launcher = BuildFolder.resolve("vidiexport");
    Files.copy(launcher, place.resolve("vidiexport"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(
        PackagedJar.path(), place.resolve("vidiexport.jar"), StandardCopyOption.COPY_ATTRIBUTES);
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Path.of("place", "vidiexport"));
    return new InstalledLauncher(link, jdk, folder.resolve("caches"));
  }

  InstalledLauncher withCaches(Path otherCaches) {
    return new InstalledLauncher(link, jdk, otherCaches);
  }

  InstalledLauncher withJdk(Path otherJdk) {
    return new InstalledLauncher(link, otherJdk, caches);
  }

  /** Where it keeps what the JVM learnt. */
  Path cache() {
    return caches.resolve("vidiexport");
  }

  /** Runs a command line to its end. */
  ProcessResult run(String... arguments) throws IOException {
    return runWith(Map.of(), arguments);
  }

  /** Runs a command line to its end, with one more variable. */
  ProcessResult runWith(String variable, String value, String... arguments) throws IOException {
    return runWith(Map.of(variable, value), arguments);
  }

  private ProcessResult runWith(Map<String, String> more, String... arguments) throws IOException {
    return RunningJar.start(builder(more, arguments), states()).end();
  }

  /** Starts a command line, with its standard output elsewhere. */
  RunningJar start(Redirect output, Path out, String... arguments) throws IOException {
    return RunningJar.start(builder(Map.of(), arguments), output, out, states());
  }

  private Path states() {
    return caches.resolveSibling("states");
  }

  private ProcessBuilder builder(Map<String, String> more, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT,TERM", link.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(link.getParent().toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().retainAll(List.of("PATH"));
    variables.putAll(more);
    variables.put("JAVA_HOME", jdk.toString());
    variables.put("XDG_CACHE_HOME", caches.toString());
    variables.put("XDG_STATE_HOME", states().toString());
    return builder;
  }

  /** Everything that is kept. */
  List<Path> learnt() throws IOException {
    return Files.isDirectory(cache()) ? files("") : List.of();
  }

  /**
   * Waits until the JVM has learnt what an earlier start had begun.
   *
   * @param earlier all that was kept before
   * @return what it learnt
   */
  Path awaitLearnt(List<Path> earlier) throws IOException, InterruptedException {
    try (WatchService watch = cache().getFileSystem().newWatchService()) {
      cache().register(watch, ENTRY_CREATE, ENTRY_DELETE);
      while (!files(MAKING).isEmpty() || earlier.containsAll(learnt())) {
        var key = watch.poll(WaitLimit.FAR.toSeconds(), TimeUnit.SECONDS);
        assertThat(key).as("something happens in the cache").isNotNull();
        key.pollEvents();
        key.reset();
      }
    }
    List<Path> added = learnt().stream().filter(file -> !earlier.contains(file)).toList();
    assertThat(added).hasSize(1);
    assertThat(added.get(0).toString())
        .endsWith(InstalledJdks.makesAotCache(jdk) ? ".aot" : ".jsa");
    return added.get(0);
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
