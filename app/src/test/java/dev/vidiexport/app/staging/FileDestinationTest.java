package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDestinationTest {
  @TempDir Path folder;
  Path output;

  @BeforeEach
  void nameOutput() {
    output = folder.resolve("out.txt");
  }

  private Destination to(ChosenSink sink, boolean overwrite) {
    return new FileDestination(new LocalFileOperations(), output.toString(), sink, overwrite);
  }

  private Destination toNew(String content) {
    return to(SampleSinks.bytes(content), false);
  }

  @Test
  void publishesWhatTheSinkWroteAndNothingElse() throws IOException {
    long bytes = SampleSinks.run(toNew("rows"));

    assertThat(bytes).isEqualTo(4);
    assertThat(output).hasContent("rows");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void publishesTheFileOfASinkThatTakesAPathAndThrowsSideFilesAway() throws IOException {
    long bytes = SampleSinks.run(to(SampleSinks.file("rows"), false));

    assertThat(bytes).isEqualTo(4);
    assertThat(output).hasContent("rows");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void isNoRivalOfItselfWhenItIsCheckedAgain() throws IOException {
    try (Destination destination = toNew("rows")) {
      destination.check();
      destination.check();

      assertThat(FolderEntries.of(folder)).hasSize(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void showsNothingBeforeItPublishes() throws IOException {
    try (Destination destination = toNew("rows")) {
      destination.check();
      SampleSinks.write(destination);

      assertThat(output).doesNotExist();

      destination.publish();
      assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
    }
    assertThat(output).hasContent("rows");
  }

  @Test
  void refusesAnExistingFile() throws IOException {
    Files.writeString(output, "earlier");

    assertThatThrownBy(() -> toNew("rows").check())
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN))
        .extracting(ToldToUser::by)
        .isEqualTo(
            ("Cannot write %s: it already exists."
                    + " Add --overwrite to replace it, or choose another --output.")
                .formatted(output));
    assertThat(output).hasContent("earlier");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void replacesAnExistingFileWhenAllowed() throws IOException {
    Files.writeString(output, "earlier, and longer");

    SampleSinks.run(to(SampleSinks.bytes("rows"), true));

    assertThat(output).hasContent("rows");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void replacesTheTargetOfALinkAndKeepsTheLink() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "earlier");
    Files.createSymbolicLink(output, Path.of("target"));

    SampleSinks.run(to(SampleSinks.bytes("rows"), true));

    assertThat(output).isSymbolicLink();
    assertThat(target).hasContent("rows").isRegularFile();
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt", "target");
  }

  @Test
  void createsTheTargetOfALinkThatLedNowhere() throws IOException {
    Files.createSymbolicLink(output, Path.of("target"));

    SampleSinks.run(toNew("rows"));

    assertThat(output).isSymbolicLink();
    assertThat(folder.resolve("target")).hasContent("rows");
  }

  @Test
  void createsTheFileWhenReplacingIsAllowedButNothingIsThere() throws IOException {
    SampleSinks.run(to(SampleSinks.bytes("rows"), true));

    assertThat(output).hasContent("rows");
  }

  @Test
  void leavesNothingWhenClosedWithoutPublishing() throws IOException {
    Files.writeString(output, "earlier");
    Destination destination = to(SampleSinks.file("rows"), true);

    destination.check();
    SampleSinks.write(destination);
    destination.close();
    destination.close();

    assertThat(output).hasContent("earlier");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void publishesTheLastAttemptAlone() throws IOException {
    List<Path> attempts = new ArrayList<>();
    ChosenSink sink =
        SampleSinks.of(
            TargetKind.FILE,
            target -> {
              Path path = ((SinkTarget.File) target).path();
              attempts.add(path);
              assertThat(FolderEntries.of(path.getParent())).isEmpty();
              Files.writeString(path, "attempt " + attempts.size());
            });

    try (Destination destination = to(sink, false)) {
      destination.check();
      SampleSinks.write(destination);
      destination.discard();
      destination.discard();
      assertThat(attempts.get(0)).doesNotExist();
      SampleSinks.write(destination);
      destination.publish();
    }

    assertThat(output).hasContent("attempt 2");
  }

  @Test
  void doesNotReplaceAFileThatAppearedMeanwhile() throws IOException {
    try (Destination destination = toNew("rows")) {
      destination.check();
      SampleSinks.write(destination);
      Files.writeString(output, "a stranger's");

      assertThatThrownBy(destination::publish)
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("appeared in the meantime");
    }
    assertThat(output).hasContent("a stranger's");
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void replacesNoFolderThatAppearedMeanwhile() throws IOException {
    try (Destination destination = to(SampleSinks.bytes("rows"), true)) {
      destination.check();
      SampleSinks.write(destination);
      Files.createDirectory(output);

      assertThatThrownBy(destination::publish).isInstanceOf(ExportException.class);
    }
    assertThat(output).isEmptyDirectory();
    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void staysCalmWhenTheFolderIsGone() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    output = inner.resolve("out.txt");
    try (Destination destination = toNew("rows")) {
      destination.check();
      try (Destination other = to(SampleSinks.bytes("other"), false)) {
        assertThatThrownBy(other::check).isInstanceOf(ExportException.class);
      }
      StagingCleanup.of(new LocalFileOperations(), inner);

      assertThatThrownBy(() -> destination.open(SampleSinks.SCHEMA))
          .isInstanceOf(IOException.class)
          .extracting(ToldToUser::by)
          .isEqualTo(
              ("Cannot write %s: a file or folder is no longer there (%s)."
                      + " Choose another --output.")
                  .formatted(output, inner));
    }
    assertThat(inner).doesNotExist();
  }

  @Test
  void keepsOthersOutOfTheStagingFolderAndLeavesTheFileToTheUmask() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    try (Destination destination = toNew("rows")) {
      destination.check();

      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(FolderEntries.staging(folder))))
          .isEqualTo("rwx------");

      SampleSinks.write(destination);
      destination.publish();
    }
    assertThat(Files.getPosixFilePermissions(output))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  /** In a folder that nobody else can enter, and yet never readable for more than the earlier. */
  @ParameterizedTest
  @CsvSource({
    "BYTES, rw-------",
    "BYTES, rw-r-----",
    "BYTES, rw-rw-rw-",
    "BYTES, r--r--r--",
    "BYTES, r--------",
    "BYTES, rwxr-x--x",
    "FILE, rw-------",
    "FILE, rw-rw-rw-"
  })
  void keepsTheModeOfTheFileThatItReplaces(TargetKind kind, String mode) throws IOException {
    Files.writeString(output, "earlier");
    Files.setPosixFilePermissions(output, PosixFilePermissions.fromString(mode));
    ChosenSink sink =
        kind == TargetKind.BYTES ? SampleSinks.bytes("rows") : SampleSinks.file("rows");
    try (Destination destination = to(sink, true)) {
      destination.check();
      SampleSinks.write(destination);
      Path attempt = FolderEntries.staging(folder).resolve("attempt-1");

      assertThat(mode(FolderEntries.staging(folder))).isEqualTo("rwx------");
      assertThat(mode(attempt)).isEqualTo("rwx------");
      if (kind == TargetKind.BYTES) {
        assertThat(mode(attempt.resolve("output.txt"))).isEqualTo("rw-------");
      }

      destination.publish();
    }

    assertThat(output).hasContent("rows");
    assertThat(mode(output)).isEqualTo(mode);
  }

  @Test
  void keepsTheModeOfWhatALinkLeadsTo() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "earlier");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(output, Path.of("target"));

    SampleSinks.run(to(SampleSinks.bytes("rows"), true));

    assertThat(mode(target)).isEqualTo("rw-------");
  }

  @Test
  void keepsTheModeThatAFileGotMeanwhile() throws IOException {
    Files.writeString(output, "earlier");
    try (Destination destination = to(SampleSinks.bytes("rows"), true)) {
      destination.check();
      SampleSinks.write(destination);
      Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("rw-------"));

      destination.publish();
    }

    assertThat(mode(output)).isEqualTo("rw-------");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void givesTheSinkTheExtensionThatChoseIt() throws IOException {
    List<SinkTarget> targets = new ArrayList<>();

    SampleSinks.run(to(SampleSinks.of(TargetKind.BYTES, targets::add), false));

    assertThat(targets)
        .singleElement()
        .isInstanceOfSatisfying(
            SinkTarget.Bytes.class, bytes -> assertThat(bytes.extension()).hasValue("txt"));
  }

  @Test
  void publishesNothingOfASinkThatLeftNoFile() throws IOException {
    Destination destination = to(SampleSinks.of(TargetKind.FILE, target -> {}), false);

    assertThatThrownBy(() -> SampleSinks.run(destination))
        .isInstanceOf(IOException.class)
        .extracting(ToldToUser::by, as(STRING))
        .endsWith(
            ": the format sample left no file. Report it to its developer, or use another"
                + " --format.");
    assertThat(FolderEntries.of(folder)).isEmpty();
  }

  @Test
  void publishesNoLinkThatASinkLeft() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    ChosenSink sink =
        SampleSinks.of(
            TargetKind.FILE,
            target -> Files.createSymbolicLink(((SinkTarget.File) target).path(), secret));

    assertThatThrownBy(() -> SampleSinks.run(to(sink, false))).isInstanceOf(IOException.class);
    assertThat(FolderEntries.of(folder)).containsExactly("secret");
  }

  @Test
  void takesASinkThatClosesItsStream() throws IOException {
    ChosenSink sink =
        SampleSinks.of(
            TargetKind.BYTES,
            target -> {
              try (OutputStream stream = ((SinkTarget.Bytes) target).stream()) {
                stream.write('a');
              }
            });

    SampleSinks.run(to(sink, false));

    assertThat(output).hasContent("a");
  }

  @Test
  void leavesNothingOfASinkThatDoesNotOpen() throws IOException {
    ChosenSink sink =
        SampleSinks.of(
            new SampleSinks.SampleProvider(TargetKind.FILE) {
              @Override
              public Sink open(SinkContext context) throws IOException {
                Files.writeString(((SinkTarget.File) context.target()).path(), "half");
                throw new IOException("the sink's own words");
              }
            });
    try (Destination destination = to(sink, false)) {
      destination.check();

      assertThatThrownBy(() -> destination.open(SampleSinks.SCHEMA))
          .extracting(ToldToUser::by, as(STRING))
          .endsWith(": the sink's own words. Choose another --output.");
      assertThat(FolderEntries.of(FolderEntries.staging(folder))).containsExactly("lock");
    }
    assertThat(FolderEntries.of(folder)).isEmpty();
  }

  @Test
  void canBeCheckedAgainAfterARefusal() throws IOException {
    Files.writeString(output, "earlier");
    Destination destination = toNew("rows");
    assertThatThrownBy(destination::check).isInstanceOf(ExportException.class);
    Files.delete(output);

    SampleSinks.run(destination);

    assertThat(output).hasContent("rows");
  }

  @Test
  void writesAFileOfTheLongestName() throws IOException {
    output = folder.resolve("n".repeat(251) + ".txt");

    SampleSinks.run(toNew("rows"));

    assertThat(output).hasContent("rows");
    assertThat(FolderEntries.of(folder)).hasSize(1);
  }
}
