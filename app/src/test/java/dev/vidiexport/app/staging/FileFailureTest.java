package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.port.Destination;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when the file system fails, or the process dies, at any operation. */
class FileFailureTest {
  private static final List<String> OF_REMOVAL =
      List.of("delete", "list", "entryKind", "close", "seizeLock");

  @TempDir Path folder;
  Path output;

  @BeforeEach
  void nameOutput() {
    output = folder.resolve("out.txt");
  }

  private Destination to(ScriptedFiles files, ChosenSink sink, boolean overwrite) {
    return new FileDestination(files.operations(), output.toString(), sink, overwrite);
  }

  private void clean() throws IOException {
    try (Destination next =
        new FileDestination(
            new LocalFileOperations(), output.toString(), SampleSinks.bytes(""), true)) {
      next.check();
    }
  }

  /** What a file system answers that knows no fsync. */
  private static ScriptedFiles withoutForce() {
    return new ScriptedFiles()
        .before(
            "forceFile",
            () -> {
              throw new IOException("Invalid argument");
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysWhenItIsCheckedThatFilesCannotBeForcedToTheDisk(boolean overwrite) throws IOException {
    prepare(overwrite);

    try (Destination destination = to(withoutForce(), SampleSinks.bytes("rows"), overwrite)) {
      assertThatThrownBy(destination::check)
          .isInstanceOf(ExportException.class)
          .hasMessage(
              "Cannot write %s: files on its file system cannot be forced to the disk: Invalid"
                  + " argument.",
              output);
    }

    assertThat(FolderEntries.of(folder)).noneMatch(name -> name.contains("vidiexport"));
  }

  @Test
  void saysTheSameOfASmallFileWhenItIsChecked() {
    AtomicFile file = new AtomicFile(withoutForce().operations(), output.toString());

    assertThatThrownBy(file::check)
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("cannot be forced to the disk: Invalid argument");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "BYTES,false,false",
    "BYTES,true,true",
    "BYTES,true,false",
    "FILE,false,false",
    "FILE,true,true"
  })
  void isOldOrWholeAfterAFailureAtAnyOperation(String kind, boolean overwrite, boolean earlier)
      throws IOException {
    ChosenSink sink = kind.equals("BYTES") ? SampleSinks.bytes("rows") : SampleSinks.file("rows");
    int failures = 0;
    for (int index = 0; ; index++) {
      prepare(earlier);
      ScriptedFiles files = new ScriptedFiles().failingAt(index);
      boolean published = false;
      try {
        SampleSinks.run(to(files, sink, overwrite));
        published = true;
      } catch (ExportException | OutputException e) {
        failures++;
        assertThat(e).hasMessageStartingWith("Cannot write " + output);
      }
      if (!files.hasReached(index)) {
        break;
      }

      String failed = files.recorded().get(index);
      assertOldOrWhole(failed, published, earlier);
      if (!OF_REMOVAL.contains(failed.split(" ")[0])) {
        assertThat(FolderEntries.of(folder))
            .as(failed)
            .noneMatch(name -> name.contains("vidiexport"));
      }
      clean();
      assertThat(FolderEntries.of(folder))
          .as(failed)
          .noneMatch(name -> name.contains("vidiexport"));
    }
    assertThat(failures).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "true,true"})
  void isOldOrWholeWhereverTheProcessDies(boolean overwrite, boolean earlier) throws IOException {
    int deaths = 0;
    for (int index = 0; ; index++) {
      prepare(earlier);
      ScriptedFiles files = new ScriptedFiles().dyingAt(index);
      try {
        SampleSinks.run(to(files, SampleSinks.bytes("rows"), overwrite));
      } catch (ScriptedFiles.Death death) {
        deaths++;
      }
      files.giveUpLocks();
      if (!files.hasReached(index)) {
        break;
      }

      String last = files.recorded().get(index);
      boolean whole = Files.exists(output) && Files.readString(output).equals("rows");
      assertOldOrWhole(last, whole, earlier);
      clean();
      assertThat(FolderEntries.of(folder)).as(last).isSubsetOf("out.txt");
      assertOldOrWhole(last, whole, earlier);
    }
    assertThat(deaths).isGreaterThan(20);
  }

  private void prepare(boolean earlier) throws IOException {
    Files.deleteIfExists(output);
    if (earlier) {
      Files.writeString(output, "earlier");
    }
  }

  private void assertOldOrWhole(String operation, boolean published, boolean earlier) {
    if (published) {
      assertThat(output).as(operation).hasContent("rows");
    } else if (earlier) {
      assertThat(output).as(operation).hasContent("earlier");
    } else {
      assertThat(output).as(operation).doesNotExist();
    }
  }

  @Test
  void putsTheBytesOnTheDiskBeforeTheName() throws IOException {
    ScriptedFiles files = new ScriptedFiles();

    SampleSinks.run(to(files, SampleSinks.bytes("rows"), false));

    assertThat(files.recorded())
        .containsSubsequence(
            "write",
            "closeStream",
            "forceFile output.txt",
            "link out.txt output.txt",
            "forceFolder " + folder.getFileName(),
            "delete output.txt",
            "delete lock",
            "close");
  }

  @Test
  void putsTheBytesOnTheDiskBeforeItReplaces() throws IOException {
    Files.writeString(output, "earlier");
    ScriptedFiles files = new ScriptedFiles();

    SampleSinks.run(to(files, SampleSinks.file("rows"), true));

    assertThat(files.recorded())
        .containsSubsequence(
            "forceFile output.txt",
            "link earlier out.txt",
            "move output.txt out.txt",
            "forceFolder " + folder.getFileName(),
            "delete earlier");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void publishesWhereThereAreNoLinks(boolean overwrite) throws IOException {
    ScriptedFiles files = withoutLinks();
    if (overwrite) {
      Files.writeString(output, "earlier");
    }

    SampleSinks.run(to(files, SampleSinks.bytes("rows"), overwrite));

    assertThat(output).hasContent("rows");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void replacesNothingThatAppearedMeanwhileWhereThereAreNoLinks() throws IOException {
    try (Destination destination = to(withoutLinks(), SampleSinks.bytes("rows"), false)) {
      destination.check();
      SampleSinks.write(destination);
      Files.writeString(output, "a stranger's");

      assertThatThrownBy(destination::publish).isInstanceOf(ExportException.class);
    }
    assertThat(output).hasContent("a stranger's");
  }

  private static ScriptedFiles withoutLinks() {
    return new ScriptedFiles()
        .before(
            "link",
            () -> {
              throw new UnsupportedOperationException();
            });
  }

  @Test
  void publishesWhereFoldersCannotBeForced() throws IOException {
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "forceFolder",
                () -> {
                  throw new IOException("Invalid argument");
                });

    SampleSinks.run(to(files, SampleSinks.bytes("rows"), false));

    assertThat(output).hasContent("rows");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesTheOutputBackWhenItsNameMayNotBeOnTheDisk(boolean earlier) throws IOException {
    if (earlier) {
      Files.writeString(output, "earlier");
    }
    int[] calls = {0};
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "forceFolder",
                () -> {
                  if (++calls[0] == 2) {
                    throw new IOException("Input/output error");
                  }
                });

    assertThatThrownBy(() -> SampleSinks.run(to(files, SampleSinks.bytes("rows"), earlier)))
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write %s: Input/output error. Choose another --output.".formatted(output));

    assertOldOrWhole("forceFolder", false, earlier);
    assertThat(calls[0]).isEqualTo(2);
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "createFolder",
                () -> {
                  throw new AccessDeniedException(folder + "/.out.txt.vidiexport-0123456789ab");
                });

    assertThatThrownBy(() -> to(files, SampleSinks.bytes("rows"), false).check())
        .isInstanceOf(ExportException.class)
        .extracting(ToldToUser::by)
        .isEqualTo(
            ("Cannot write %s: permission denied (%s)."
                    + " Choose another --output, in a folder that you may write to.")
                .formatted(output, folder));
  }

  @Test
  void refusesAFolderOfAReadOnlyFileSystem() throws IOException {
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "createFolder",
                () -> {
                  throw new FileSystemException(
                      folder + "/.out.txt.vidiexport-0123456789ab", null, "Read-only file system");
                });

    assertThatThrownBy(() -> to(files, SampleSinks.bytes("rows"), false).check())
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write %s: Read-only file system (%s). Choose another --output."
                .formatted(output, folder));
  }

  @Test
  void tellsThatTheDiskIsFull() throws IOException {
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "write",
                () -> {
                  throw new IOException("No space left on device");
                });

    assertThatThrownBy(() -> SampleSinks.run(to(files, SampleSinks.bytes("rows"), false)))
        .isInstanceOf(IOException.class)
        .extracting(ToldToUser::by)
        .isEqualTo(
            ("Cannot write %s: No space left on device."
                    + " Free some space there, or choose another --output.")
                .formatted(output));
    assertThat(FolderEntries.of(folder)).isEmpty();
  }

  @Test
  void publishesAFileThatAppearsDuringTheCheckUnderNoCircumstances() throws IOException {
    ScriptedFiles files =
        new ScriptedFiles().before("decide", () -> Files.writeString(output, "a stranger's"));

    assertThatThrownBy(() -> to(files, SampleSinks.bytes("rows"), false).check())
        .hasMessageContaining("it already exists");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }
}
