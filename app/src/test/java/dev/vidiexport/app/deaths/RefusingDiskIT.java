package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.MemoryDisk;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real disks that are full, or not ours to write: code 6, and the earlier file as it was. */
class RefusingDiskIT {
  private static final String FULL_SAID =
      "No space left on device. Free some space there, or choose another --output.";
  private static final String NOBODY = "65534";

  @TempDir private Path top;

  private ScriptedVidiCenter vidiCenter;
  private RunFolders place;

  @BeforeEach
  void begin() throws IOException {
    vidiCenter = ScriptedVidiCenter.answering(ExportScene.REPLACED.answer());
    place = RunFolders.in(top.toRealPath());
  }

  @AfterEach
  void end() {
    vidiCenter.close();
  }

  private ProcessResult export(UnaryOperator<TracedLaunch> changed, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-o", "out.csv", "--overwrite"));
    arguments.addAll(List.of(more));
    return changed
        .apply(TracedLaunch.in(place, vidiCenter.baseUrl()))
        .export(arguments.toArray(String[]::new));
  }

  private void assertRefused(ProcessResult ended, String says) throws IOException {
    assertThat(ended.err()).contains("vidiexport: Cannot write out.csv: ", says);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(6);
    assertThat(place.output()).hasContent(ExportScene.EARLIER);
    assertThat(place.entries()).containsExactly("out.csv");
    assertThat(place.temporaries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"64k", "512k"})
  void tellsOfADiskThatRunsFull(String size) throws IOException {
    try (MemoryDisk disk = MemoryDisk.over(place.folder(), "size=" + size)) {
      Files.writeString(disk.folder().resolve("out.csv"), ExportScene.EARLIER);

      ProcessResult ended = export(launch -> launch);

      assertRefused(ended, FULL_SAID);
      assertThat(vidiCenter.requests()).hasSize(1);
    }
  }

  /**
   * The disk itself and the earlier file take two; folder, lock and a trial come one by one before
   * the call, and then, without the trial, folder and file.
   */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "4, 0", "5, 1"})
  void tellsOfADiskThatTakesNoMoreFiles(int inodes, int calls) throws IOException {
    try (MemoryDisk disk = MemoryDisk.over(place.folder(), "nr_inodes=" + inodes)) {
      Files.writeString(disk.folder().resolve("out.csv"), ExportScene.EARLIER);

      ProcessResult ended = export(launch -> launch);

      assertRefused(ended, "No space left on device");
      assertThat(vidiCenter.requests()).hasSize(calls);
    }
  }

  @Test
  void refusesADiskForReadingOnlyBeforeTheFirstCall() throws IOException {
    try (MemoryDisk disk = MemoryDisk.over(place.folder(), "size=1m")) {
      Files.writeString(disk.folder().resolve("out.csv"), ExportScene.EARLIER);
      disk.freeze();

      ProcessResult ended = export(launch -> launch);

      assertRefused(ended, "Read-only file system");
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void tellsOfALimitOnTheSizeOfFiles() throws IOException {
    Files.writeString(place.output(), ExportScene.EARLIER);

    ProcessResult ended =
        export(launch -> launch.behind("sh", "-c", "ulimit -f 128 && exec \"$@\"", "limited"));

    assertRefused(ended, "File too large");
  }

  /**
   * Root may write everywhere, so the program must be somebody else here. Its report is where that
   * one may write.
   */
  @Test
  void refusesAFolderForReadingOnlyBeforeTheFirstCall() throws IOException {
    Files.writeString(place.output(), ExportScene.EARLIER);
    Files.createDirectory(place.state());
    boolean root = MachineRequirements.isRoot();
    List<String> prefix =
        root
            ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
            : List.of("env");
    Path jar = root ? readableToAll() : PackagedJar.path();
    Files.setPosixFilePermissions(place.folder(), PosixFilePermissions.fromString("r-xr-xr-x"));

    ProcessResult ended =
        export(
            launch -> launch.with(jar).behind(prefix),
            "--report",
            place.state().resolve("report.json").toString());

    Files.setPosixFilePermissions(place.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertRefused(
        ended,
        "permission denied (%s). Choose another --output, in a folder that you may write to."
            .formatted(place.folder()));
    assertThat(vidiCenter.requests()).isEmpty();
  }

  /** Neither the tests' folder nor the place of the jar need be open to others. */
  private Path readableToAll() throws IOException {
    Files.setPosixFilePermissions(place.top(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jar = place.top().resolve("vidiexport.jar");
    Files.copy(PackagedJar.path(), jar);
    MachineRequirements.must(
        "be somebody else: run them as root, and install util-linux",
        "chown",
        NOBODY,
        place.state().toString(),
        place.temporary().toString());
    MachineRequirements.must(
        "be somebody else: run them as root, and install util-linux",
        "setpriv",
        "--reuid=" + NOBODY,
        "--clear-groups",
        "test",
        "-r",
        jar.toString());
    return jar;
  }
}
