package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
  @TempDir Path folder;
  Path report;

  @BeforeEach
  void nameReport() {
    report = folder.resolve("report.json");
  }

  private static AtomicFile at(Path path) {
    return AtomicFile.of(path.toString());
  }

  @Test
  void writesAFileAndThenReplacesIt() throws IOException {
    AtomicFile file = at(report);

    file.replace("the first, long".getBytes(UTF_8));
    file.replace("second".getBytes(UTF_8));

    assertThat(report).hasContent("second");
    assertThat(FolderEntries.of(folder)).containsExactly("report.json");
  }

  @Test
  void makesAFileThatIsNotThereYet() throws IOException {
    at(report).create("content".getBytes(UTF_8));

    assertThat(report).hasContent("content");
    assertThat(FolderEntries.of(folder)).containsExactly("report.json");
  }

  @Test
  void makesNoFileWhereOneIs() throws IOException {
    Files.writeString(report, "earlier");

    assertThatThrownBy(() -> at(report).create("later".getBytes(UTF_8)))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("a file of that name already exists");

    assertThat(report).hasContent("earlier");
    assertThat(FolderEntries.of(folder)).containsExactly("report.json");
  }

  @Test
  void checksWithoutATrace() throws IOException {
    at(report).check();

    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "r--r--r--", "rw-rw-rw-"})
  void keepsTheModeOfTheFileThatItReplaces(String mode) throws IOException {
    Files.writeString(report, "earlier");
    Files.setPosixFilePermissions(report, PosixFilePermissions.fromString(mode));

    at(report).replace("later".getBytes(UTF_8));

    assertThat(report).hasContent("later");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo(mode);
  }

  @Test
  void followsALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), report);

    at(link).replace("content".getBytes(UTF_8));

    assertThat(link).isSymbolicLink();
    assertThat(report).hasContent("content");
  }

  @Test
  void knowsItsOtherNames() throws IOException {
    Path linkToFile = Files.createSymbolicLink(folder.resolve("link"), report);
    Path linkToFolder = Files.createSymbolicLink(folder.resolve("here"), folder);

    assertThat(at(report).isNamedBy(report.toString())).isTrue();
    assertThat(at(report).isNamedBy(linkToFile.toString())).isTrue();
    assertThat(at(linkToFolder.resolve("report.json")).isNamedBy(linkToFile.toString())).isTrue();
    assertThat(at(report).isNamedBy(folder.resolve("other").toString())).isFalse();
    assertThat(at(report).isNamedBy(folder.resolve("nowhere/report.json").toString())).isFalse();
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThatThrownBy(() -> at(folder).check())
        .isInstanceOf(ExportException.class)
        .extracting(ToldToUser::ofReceipt)
        .isEqualTo("Cannot write %s: it is a folder. Name a file in it.".formatted(folder));
    assertThatThrownBy(() -> at(Path.of("/dev/null")).check())
        .extracting(ToldToUser::ofReceipt, as(STRING))
        .endsWith("Name a file for --report.");
    assertThatThrownBy(() -> at(folder.resolve("missing/report.json")).check())
        .extracting(ToldToUser::ofReceipt, as(STRING))
        .endsWith("Create it first, or choose another --report.");
  }

  @Test
  void keepsTheEarlierFileWhateverFails() throws IOException {
    int failures = 0;
    for (int index = 0; ; index++) {
      Files.writeString(report, "earlier");
      ScriptedFiles files = new ScriptedFiles().failingAt(index);
      String wanted = "earlier";
      try {
        new AtomicFile(files.operations(), report.toString()).replace("content".getBytes(UTF_8));
        wanted = "content";
      } catch (ExportException e) {
        failures++;
        assertThat(e).hasMessageStartingWith("Cannot write " + report);
      }
      if (!files.hasReached(index)) {
        break;
      }

      assertThat(report).as(files.recorded().get(index)).hasContent(wanted);
      at(report).check();
      assertThat(FolderEntries.of(folder)).containsExactly("report.json");
    }
    assertThat(failures).isGreaterThan(5);
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void writesAFileBeforeSomethingElse() throws IOException {
    Path other = folder.resolve("page.html");

    at(report)
        .writeBefore(
            "figures".getBytes(UTF_8), false, () -> at(other).create("page".getBytes(UTF_8)));

    assertThat(report).hasContent("figures");
    assertThat(other).hasContent("page");
    assertThat(FolderEntries.of(folder)).containsExactly("page.html", "report.json");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesTheFileBackWhereTheNextThingFails(boolean overwrite) throws IOException {
    assertThatThrownBy(
            () ->
                at(report)
                    .writeBefore(
                        "figures".getBytes(UTF_8),
                        overwrite,
                        () -> {
                          throw new Refusal();
                        }))
        .isInstanceOf(Refusal.class);

    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "r--r--r--"})
  void givesTheEarlierFileBackAsItWas(String mode) throws IOException {
    Files.writeString(report, "earlier");
    Files.setPosixFilePermissions(report, PosixFilePermissions.fromString(mode));

    assertThatThrownBy(
            () ->
                at(report)
                    .writeBefore(
                        "figures".getBytes(UTF_8),
                        true,
                        () -> {
                          assertThat(report).hasContent("figures");
                          throw new Refusal();
                        }))
        .isInstanceOf(Refusal.class);

    assertThat(report).hasContent("earlier");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo(mode);
    assertThat(FolderEntries.of(folder)).containsExactly("report.json");
  }

  @Test
  void doesNothingElseWhereAFileIsThere() throws IOException {
    Files.writeString(report, "earlier");
    List<String> done = new ArrayList<>();

    assertThatThrownBy(
            () -> at(report).writeBefore("figures".getBytes(UTF_8), false, () -> done.add("next")))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("a file of that name already exists");

    assertThat(done).isEmpty();
    assertThat(report).hasContent("earlier");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void doesBothOrNoneWhateverFails(boolean overwrite) throws IOException {
    int failures = 0;
    for (int index = 0; ; index++) {
      if (overwrite) {
        Files.writeString(report, "earlier");
      } else {
        Files.deleteIfExists(report);
      }
      ScriptedFiles files = new ScriptedFiles().failingAt(index);
      List<String> done = new ArrayList<>();
      try {
        new AtomicFile(files.operations(), report.toString())
            .writeBefore("figures".getBytes(UTF_8), overwrite, () -> done.add("next"));
        assertThat(done).containsExactly("next");
      } catch (ExportException e) {
        failures++;
        assertThat(e).hasMessageStartingWith("Cannot write " + report);
      }
      if (!files.hasReached(index)) {
        break;
      }

      String step = files.recorded().get(index);
      if (!done.isEmpty()) {
        assertThat(report).as(step).hasContent("figures");
      } else if (overwrite) {
        assertThat(report).as(step).hasContent("earlier");
      } else {
        assertThat(report).as(step).doesNotExist();
      }
    }
    assertThat(failures).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysSoWhereTheFileCannotBeTakenBack(boolean overwrite) throws IOException {
    if (overwrite) {
      Files.writeString(report, "earlier");
    }
    List<String> done = new ArrayList<>();
    ScriptedFiles.Action failing =
        () -> {
          if (!done.isEmpty()) {
            throw new IOException("the disk is gone");
          }
        };
    ScriptedFiles files = new ScriptedFiles().before("move", failing).before("delete", failing);

    assertThatThrownBy(
            () ->
                new AtomicFile(files.operations(), report.toString())
                    .writeBefore(
                        "figures".getBytes(UTF_8),
                        overwrite,
                        () -> {
                          done.add("next");
                          throw new Refusal();
                        }))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith("Cannot write " + report);

    assertThat(report).hasContent("figures");
  }
}
