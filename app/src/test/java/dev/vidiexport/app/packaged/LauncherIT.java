package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher does what the jar does, with an archive of classes and without one. */
@Tag("sampled")
class LauncherIT {
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private static final Path DEV_NULL = Path.of("/dev/null");

  /** Making an archive takes long, so that each JDK's is made once. */
  private static final Map<Path, InstalledLauncher> WITH_ARCHIVE = new HashMap<>();

  @TempDir private static Path shared;
  @TempDir private Path folder;

  static List<Path> jdks() {
    return SampledShare.of(InstalledJdks.all().subList(0, 1), InstalledJdks.all());
  }

  private static InstalledLauncher withArchive(Path jdk) throws Exception {
    InstalledLauncher known = WITH_ARCHIVE.get(jdk);
    if (known != null) {
      return known;
    }
    InstalledLauncher launcher =
        InstalledLauncher.in(
            Files.createDirectories(shared.resolve(String.valueOf(WITH_ARCHIVE.size()))), jdk);
    List<Path> outs = List.of(shared.resolve("first.txt"), shared.resolve("second.txt"));
    List<RunningJar> both =
        List.of(
            launcher.start(Redirect.to(outs.get(0).toFile()), outs.get(0), "data-types"),
            launcher.start(Redirect.to(outs.get(1).toFile()), outs.get(1), "data-types"));
    assertThat(both).allSatisfy(running -> assertThatItListsDataTypes(running.end()));
    launcher.awaitArchive();
    WITH_ARCHIVE.put(jdk, launcher);
    return launcher;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void usesTheArchiveThatEarlierStartsHadMade(Path jdk) throws Exception {
    InstalledLauncher launcher = withArchive(jdk);

    RunningJar sandbox = launcher.start(Redirect.PIPE, DEV_NULL, "sandbox");
    try (BufferedReader out = sandbox.reader()) {
      assertThat(out.readLine()).startsWith("export VIDICENTER_BASE_URL=");
      String maps = Files.readString(Path.of("/proc/" + sandbox.process().pid() + "/maps"));
      sandbox.signal("TERM");

      assertThat(maps).contains(launcher.awaitArchive().toString());
      assertThat(sandbox.end().exitCode()).isEqualTo(143);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void handsOnArgumentsAndExitCodes(Path jdk) throws Exception {
    InstalledLauncher launcher = withArchive(jdk);

    ProcessResult ended = launcher.run("data-types", "no such \"type\" $HOME *");

    assertThat(ended.err())
        .startsWith("vidiexport: Unknown data type \"no such \"type\" $HOME *\"");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void namesItselfInExamples(Path jdk) throws Exception {
    InstalledLauncher launcher = withArchive(jdk);

    ProcessResult ended = launcher.run("sinks", "--help");

    assertThat(ended.text()).contains("\nExamples:\n  " + launcher.link() + " sinks\n");
    assertThat(ended.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void doesWithoutAnArchiveThatIsBroken(Path jdk) throws Exception {
    InstalledLauncher intact = withArchive(jdk);
    byte[] archive = Files.readAllBytes(intact.awaitArchive());
    InstalledLauncher launcher = intact.withCaches(folder);
    Files.createDirectory(launcher.cache(), PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    Path copy = launcher.cache().resolve(intact.awaitArchive().getFileName());

    Files.write(copy, Arrays.copyOf(archive, archive.length / 2));
    assertThatItListsDataTypes(launcher.run("data-types"));

    Files.writeString(copy, "no archive");
    assertThatItListsDataTypes(launcher.run("data-types"));

    Files.write(copy, new byte[0]);
    assertThatItListsDataTypes(launcher.run("data-types"));
    assertThat(launcher.cache()).isDirectoryContaining(file -> file.equals(copy));
  }

  /** An archive takes long to make, so that every build has one made, and not two. */
  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("jdks")
  void makesAnotherArchiveForAnotherJar(Path jdk) throws Exception {
    InstalledLauncher launcher = withArchive(jdk);
    Path archive = launcher.awaitArchive();
    Path jar = launcher.link().resolveSibling("place").resolve("vidiexport.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));

    assertThatItListsDataTypes(launcher.run("data-types"));

    assertThat(launcher.awaitArchiveInPlaceOf(List.of(archive))).isNotEqualTo(archive);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void leavesTheCollectorToTheUser(Path jdk) throws Exception {
    InstalledLauncher launcher = withArchive(jdk);

    for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      ProcessResult ended = launcher.runWith(variable, "-XX:+UseParallelGC", "data-types");

      assertThat(ended.err()).contains("Picked up " + variable).hasLineCount(1);
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
