package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.vidiexport.domain.testing.SampledShare;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher does what the jar does, with what the JVM learnt of the program and without it: an
 * archive of its classes, or from Java 25 on an AOT cache.
 */
@Tag("sampled")
class LauncherIT {
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private static final Path DEV_NULL = Path.of("/dev/null");

  /** Learning takes long, so that each JDK does it once; all of them have one cache. */
  private static final Map<Path, Learnt> LEARNT = new HashMap<>();

  @TempDir private static Path shared;
  @TempDir private Path folder;

  /**
   * A launcher, and what the JVM learnt when it was started for the first time.
   *
   * @param launcher the launcher
   * @param file what was learnt
   */
  private record Learnt(InstalledLauncher launcher, Path file) {}

  static List<Path> jdks() {
    return SampledShare.of(oneOfEachKind(), InstalledJdks.all());
  }

  private static List<Path> oneOfEachKind() {
    List<Path> all = InstalledJdks.all();
    Stream<Path> other =
        all.stream()
            .filter(
                jdk -> InstalledJdks.makesAotCache(jdk) != InstalledJdks.makesAotCache(all.get(0)));
    return Stream.concat(Stream.of(all.get(0)), other.limit(1)).toList();
  }

  private static Learnt learnt(Path jdk) throws Exception {
    Learnt known = LEARNT.get(jdk);
    if (known != null) {
      return known;
    }
    InstalledLauncher launcher =
        LEARNT.isEmpty()
            ? InstalledLauncher.in(shared, jdk)
            : LEARNT.values().iterator().next().launcher().withJdk(jdk);
    List<Path> earlier = launcher.learnt();
    List<Path> outs = List.of(shared.resolve("first.txt"), shared.resolve("second.txt"));
    List<RunningJar> both =
        List.of(
            launcher.start(Redirect.to(outs.get(0).toFile()), outs.get(0), "data-types"),
            launcher.start(Redirect.to(outs.get(1).toFile()), outs.get(1), "data-types"));
    assertThat(both).allSatisfy(running -> assertThatItListsDataTypes(running.end()));
    Learnt learnt = new Learnt(launcher, launcher.awaitLearnt(earlier));
    assertThat(launcher.learnt()).containsAll(earlier);
    LEARNT.put(jdk, learnt);
    return learnt;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void usesWhatWasLearntFromEarlierStarts(Path jdk) throws Exception {
    Learnt learnt = learnt(jdk);

    assertThat(memoryOfSandbox(learnt.launcher())).contains(learnt.file().toString());
  }

  /** Whoever writes no Parquet need not load it: that takes a third of the time to start. */
  @Tag("thorough")
  @Test
  void learnsForParquetApart() throws Exception {
    Path jdk =
        jdks().stream()
            .filter(InstalledJdks::makesAotCache)
            .findFirst()
            .orElseGet(() -> abort("there is no Java of 25 or newer"));
    Learnt plain = learnt(jdk);
    List<Path> earlier = plain.launcher().learnt();

    ProcessResult first = plain.launcher().run("data-types", "parquet");
    Path forParquet = plain.launcher().awaitLearnt(earlier);

    assertThat(first.err()).startsWith("vidiexport: Unknown data type \"parquet\"");
    assertThat(forParquet.getFileName().toString()).endsWith("-parquet.aot");
    assertThat(plain.launcher().learnt()).contains(plain.file());
    Path now = Files.writeString(folder.resolve("parquet"), "2025-01-01T00:00:00Z");
    assertThat(memoryOfSandbox(plain.launcher(), "--now-file", now.toString()))
        .contains(forParquet.toString())
        .doesNotContain(plain.file().toString());
    assertThat(memoryOfSandbox(plain.launcher())).contains(plain.file().toString());
  }

  /** Files that a program has in its memory; one that the JVM refuses is not among them. */
  private static String memoryOfSandbox(InstalledLauncher launcher, String... options)
      throws Exception {
    String[] words = Stream.concat(Stream.of("sandbox"), Stream.of(options)).toArray(String[]::new);
    RunningJar sandbox = launcher.start(Redirect.PIPE, DEV_NULL, words);
    try (BufferedReader out = sandbox.reader()) {
      assertThat(out.readLine()).startsWith("export VIDICENTER_BASE_URL=");
      String maps = Files.readString(Path.of("/proc/" + sandbox.process().pid() + "/maps"));
      sandbox.signal("TERM");
      assertThat(sandbox.end().exitCode()).isEqualTo(143);
      return maps;
    }
  }

  @Test
  void keepsAnArchiveAndAnAotCacheSideBySide() throws Exception {
    List<Learnt> both = learntByOneOfEachKind();

    for (Learnt learnt : both) {
      assertThat(memoryOfSandbox(learnt.launcher())).contains(learnt.file().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void handsOnArgumentsAndExitCodes(Path jdk) throws Exception {
    InstalledLauncher launcher = learnt(jdk).launcher();

    ProcessResult ended = launcher.run("data-types", "no such \"type\" $HOME *");

    assertThat(ended.err())
        .startsWith("vidiexport: Unknown data type \"no such \"type\" $HOME *\"");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void namesItselfInExamples(Path jdk) throws Exception {
    InstalledLauncher launcher = learnt(jdk).launcher();

    ProcessResult ended = launcher.run("sinks", "--help");

    assertThat(ended.text()).contains("\nExamples:\n  " + launcher.link() + " sinks\n");
    assertThat(ended.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void doesWithoutWhatIsBroken(Path jdk) throws Exception {
    Learnt intact = learnt(jdk);
    byte[] bytes = Files.readAllBytes(intact.file());
    InstalledLauncher launcher = withCacheOfItsOwn(intact.launcher());
    Path copy = launcher.cache().resolve(intact.file().getFileName());

    Files.write(copy, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatItListsDataTypes(launcher.run("data-types"));

    Files.writeString(copy, "nothing that a JVM knows");
    assertThatItListsDataTypes(launcher.run("data-types"));

    Files.write(copy, new byte[0]);
    assertThatItListsDataTypes(launcher.run("data-types"));
    assertThat(launcher.learnt()).containsExactly(copy);
  }

  @Test
  void doesWithoutWhatAnotherJavaLearnt() throws Exception {
    List<Learnt> both = learntByOneOfEachKind();
    InstalledLauncher launcher = withCacheOfItsOwn(both.get(0).launcher());

    for (Learnt own : both) {
      Learnt others = own.equals(both.get(0)) ? both.get(1) : both.get(0);
      Path foreign = launcher.cache().resolve(own.file().getFileName());
      Files.copy(others.file(), foreign);

      assertThatItListsDataTypes(launcher.withJdk(own.launcher().jdk()).run("data-types"));
    }
  }

  private static List<Learnt> learntByOneOfEachKind() throws Exception {
    List<Path> jdks = oneOfEachKind();
    assumeThat(jdks).as("a Java of 25 or newer, and an older one").hasSize(2);
    return List.of(learnt(jdks.get(0)), learnt(jdks.get(1)));
  }

  private InstalledLauncher withCacheOfItsOwn(InstalledLauncher other) throws Exception {
    InstalledLauncher launcher = other.withCaches(folder);
    Files.createDirectory(launcher.cache(), PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    return launcher;
  }

  /** Learning takes long, so that a JDK does it once in every build, and not three times. */
  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("jdks")
  void learnsAnotherJarAnew(Path jdk) throws Exception {
    InstalledLauncher launcher = InstalledLauncher.in(folder, jdk);
    assertThatItListsDataTypes(launcher.run("data-types"));
    Path first = launcher.awaitLearnt(List.of());
    Path jar = launcher.link().resolveSibling("place").resolve("vidiexport.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));

    assertThatItListsDataTypes(launcher.run("data-types"));

    Path second = launcher.awaitLearnt(List.of(first));
    assertThat(launcher.learnt()).containsExactly(second);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void leavesTheCollectorToTheUser(Path jdk) throws Exception {
    InstalledLauncher launcher = learnt(jdk).launcher();

    for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      ProcessResult ended = launcher.runWith(variable, "-XX:+UseParallelGC", "data-types");

      assertThat(ended.err()).contains("Picked up " + variable).hasLineCount(1);
      assertThat(ended.text()).contains("viewers");
      assertThat(ended.exitCode()).isZero();
    }
  }

  /** Java takes one archive or cache, and refuses to start with two. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xshare:off", "-XX:SharedArchiveFile=/no/such.jsa"})
  void leavesArchivesToTheUser(String option) throws Exception {
    for (Path jdk : jdks()) {
      ProcessResult ended =
          learnt(jdk).launcher().runWith("JAVA_TOOL_OPTIONS", option, "data-types");

      assertThat(ended.text()).contains("viewers");
      assertThat(ended.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void doesWithoutACacheOfItsOwn(Path jdk) throws Exception {
    InstalledLauncher launcher =
        InstalledLauncher.in(Files.createDirectory(folder.resolve("with a space")), jdk);
    Files.writeString(launcher.caches(), "no folder");

    assertThatItListsDataTypes(launcher.run("data-types"));

    Path open = Files.createDirectories(folder.resolve("open").resolve("vidiexport"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatItListsDataTypes(launcher.withCaches(open.getParent()).run("data-types"));
    assertThat(open).isEmptyDirectory();
  }

  private static void assertThatItListsDataTypes(ProcessResult ended) {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.text()).contains("viewers").endsWith("\n");
    assertThat(ended.exitCode()).isZero();
  }
}
