package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Destination;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputDestinationTest {
  @TempDir Path staging;
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

  private Destination to(Supplier<OutputStream> supplier, Path folder, String content) {
    return Destinations.of(
        new OutputSettings(
            "-", SampleSinks.bytes(content), false, new StandardOutput(folder, supplier)));
  }

  @Test
  void copiesNothingBeforeItPublishesAndAllThen() throws IOException {
    String content = "rows\n".repeat(100_000);
    Supplier<OutputStream> held = () -> new BufferedOutputStream(stream, 2 * content.length());
    try (Destination destination = to(held, staging, content)) {
      destination.check();
      SampleSinks.write(destination);
      assertThat(stream.size()).isZero();
      assertThat(FolderEntries.of(staging)).hasSize(1);

      long bytes = destination.publish();

      assertThat(bytes).isEqualTo(content.length());
      assertThat(stream.toString(UTF_8)).isEqualTo(content);
      assertThat(staging).isEmptyDirectory();
    }
  }

  @Test
  void keepsOneStagingFolderHoweverOftenItIsChecked() throws IOException {
    try (Destination destination = to(() -> stream, staging, "rows")) {
      destination.check();
      destination.check();

      assertThat(FolderEntries.of(staging)).hasSize(1);
    }
    assertThat(staging).isEmptyDirectory();
  }

  @Test
  void writesNothingWhenClosedWithoutPublishing() throws IOException {
    try (Destination destination = to(() -> stream, staging, "rows")) {
      destination.check();
      SampleSinks.write(destination);
      destination.discard();
      assertThat(FolderEntries.of(FolderEntries.staging(staging)))
          .containsExactly(StagingFolder.LOCK);
    }

    assertThat(stream.size()).isZero();
    assertThat(staging).isEmptyDirectory();
  }

  @Test
  void neitherAsksForNorClosesTheStreamWhenNothingIsPublished() throws IOException {
    Supplier<OutputStream> never =
        () -> {
          throw new AssertionError("standard output was asked for");
        };
    try (Destination destination = to(never, staging, "rows")) {
      destination.check();
      SampleSinks.write(destination);
    }
  }

  @Test
  void letsSeveralRunsStageAtATime() throws IOException {
    try (Destination first = to(() -> stream, staging, "first");
        Destination second = to(() -> stream, staging, "second")) {
      first.check();
      second.check();
      SampleSinks.write(first);
      SampleSinks.write(second);
      first.publish();
      second.publish();
    }

    assertThat(stream.toString(UTF_8)).isEqualTo("firstsecond");
  }

  @Test
  void removesWhatADeadRunLeft() throws IOException {
    Path left = Files.createDirectory(staging.resolve(".vidiexport-0123456789ab"));
    Files.createFile(left.resolve(StagingFolder.LOCK));
    Files.writeString(left.resolve("rows"), "private");

    SampleSinks.run(to(() -> stream, staging, "rows"));

    assertThat(staging).isEmptyDirectory();
  }

  @Test
  void tellsThatStandardOutputIsFull() throws IOException {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThatThrownBy(() -> SampleSinks.run(to(() -> full, staging, "rows")))
          .isInstanceOf(IOException.class)
          .extracting(ToldToUser::by)
          .isEqualTo(
              "Cannot write to standard output: No space left on device."
                  + " Free some space there, or choose another --output.");
    }
    assertThat(staging).isEmptyDirectory();
  }

  @Test
  void tellsThatNobodyReadsStandardOutput() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThatThrownBy(() -> SampleSinks.run(to(() -> closed, staging, "rows")))
        .isInstanceOf(IOException.class)
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write to standard output: Broken pipe."
                + " Let its reader read to the end, or choose another --output.");
    assertThat(staging).isEmptyDirectory();
  }

  @Test
  void refusesAStagingFolderThatIsNone() throws IOException {
    Path file = Files.writeString(staging.resolve("file"), "");
    Path missing = staging.resolve("missing");

    assertThatThrownBy(() -> to(() -> stream, missing, "rows").check())
        .isInstanceOf(ExportException.class)
        .extracting(ToldToUser::by)
        .isEqualTo(
            ("Cannot stage standard output in %s: the folder does not exist."
                    + " Choose another --staging.")
                .formatted(missing));
    assertThatThrownBy(() -> to(() -> stream, file, "rows").check())
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("it is not a folder");
  }
}
