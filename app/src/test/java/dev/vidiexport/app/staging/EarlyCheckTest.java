package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A format can say before the first call that it could not work here. */
class EarlyCheckTest {
  @TempDir private Path folder;

  private final List<SinkCheck> checks = new ArrayList<>();

  private interface Checking {
    void check() throws IOException;
  }

  private Destination destination(TargetKind kind, String output, Checking checking) {
    ChosenSink sink =
        SampleSinks.of(
            new SampleSinks.SampleProvider(kind) {
              @Override
              public void check(SinkCheck check) throws IOException {
                checks.add(check);
                checking.check();
              }

              @Override
              public Sink open(SinkContext context) {
                throw new UnsupportedOperationException("this format is only checked");
              }
            });
    return Destinations.of(
        new OutputSettings(
            output, sink, false, new StandardOutput(folder, OutputStream::nullOutputStream)));
  }

  @Test
  void tellsAnExternalSinkItsTarget() {
    destination(TargetKind.EXTERNAL, "jdbc:some://where", () -> {}).check();

    assertThat(checks)
        .extracting(SinkCheck::externalTarget)
        .containsExactly(Optional.of("jdbc:some://where"));
  }

  @ParameterizedTest
  @EnumSource(names = "EXTERNAL", mode = EnumSource.Mode.EXCLUDE)
  void keepsFilesToItself(TargetKind kind) {
    try (Destination destination = destination(kind, file(), () -> {})) {
      destination.check();
    }

    assertThat(checks).extracting(SinkCheck::externalTarget).containsExactly(Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void refusesAsTheFormatSays(TargetKind kind) throws IOException {
    Destination destination =
        destination(
            kind,
            file(),
            () -> {
              throw new IOException("the server sleeps");
            });

    assertThatThrownBy(destination::check)
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN))
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write %s: the server sleeps. Choose another --output.".formatted(file()));
    assertThat(FolderEntries.of(folder)).isEmpty();
  }

  @Test
  void refusesStandardOutputAsTheFormatSays() throws IOException {
    Destination destination =
        destination(
            TargetKind.BYTES,
            "-",
            () -> {
              throw new IOException("Nothing runs here. Run it there.");
            });

    assertThatThrownBy(destination::check)
        .hasMessage("Cannot write to standard output: Nothing runs here. Run it there.");
    assertThat(FolderEntries.of(folder)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void namesAFormatThatFailsInAnotherWay(TargetKind kind) throws IOException {
    Error defect = new NoClassDefFoundError("com/example/Driver");
    Destination destination =
        destination(
            kind,
            file(),
            () -> {
              throw defect;
            });

    assertThatThrownBy(destination::check)
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN))
        .hasCause(defect)
        .extracting(ToldToUser::by)
        .isEqualTo(
            ("Cannot write %s: the format sample failed in an unexpected way when it was checked."
                    + " Report what it says with --verbose to its developer, or use another --format.")
                .formatted(file()));
    assertThat(FolderEntries.of(folder)).isEmpty();
  }

  private String file() {
    return folder.resolve("out.txt").toString();
  }
}
