package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationsTest {
  @TempDir Path folder;

  private OutputSettings settings(String output, ChosenSink sink, boolean overwrite) {
    return new OutputSettings(
        output, sink, overwrite, new StandardOutput(folder, () -> OutputStream.nullOutputStream()));
  }

  @Test
  void leavesAnExternalOutputToItsSink() throws IOException {
    List<SinkTarget> targets = new ArrayList<>();
    ChosenSink sink = SampleSinks.of(TargetKind.EXTERNAL, targets::add);

    long bytes = SampleSinks.run(Destinations.of(settings("jdbc:some://where", sink, false)));

    assertThat(bytes).isEqualTo(-1);
    assertThat(targets).containsExactly(new SinkTarget.External("jdbc:some://where"));
  }

  /** What ships with the program knows what became of its transaction, and says it. */
  @Test
  void addsNothingToASentenceOfABuiltInFormatAboutItsCommit() {
    assertThatThrownBy(
            () ->
                SampleSinks.run(
                    committing(new IOException("it hung up, so nothing is there. Call it."))))
        .extracting(ToldToUser::by)
        .isEqualTo("Cannot write there: it hung up, so nothing is there. Call it.");
    assertThatThrownBy(
            () ->
                SampleSinks.run(
                    committing(new CommitUncertainException("it hung up", new IOException()))))
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write there: it hung up. Check whether the rows are there before you run it"
                + " again.");
  }

  private Destination committing(IOException failure) {
    return Destinations.of(
        settings(
            "there",
            SampleSinks.of(
                TargetKind.EXTERNAL,
                target -> {
                  throw failure;
                }),
            false));
  }

  @Test
  void leavesAFileToASinkOfItsOwnKind() throws IOException {
    List<SinkTarget> targets = new ArrayList<>();
    ChosenSink sink = SampleSinks.of(TargetKind.EXTERNAL, targets::add);

    SampleSinks.run(Destinations.file("audience.db", sink, true));

    assertThat(targets).containsExactly(new SinkTarget.External("audience.db"));
  }

  @Test
  void takesADashForStandardOutput() {
    assertThat(Destinations.of(settings("-", SampleSinks.bytes("rows"), false)))
        .isInstanceOf(StandardOutputDestination.class);
  }

  @Test
  void takesAnyOtherTextForAFile() throws IOException {
    Path output = folder.resolve("out.txt");
    Destination destination =
        Destinations.of(settings(output.toString(), SampleSinks.file("rows"), false));

    SampleSinks.run(destination);

    assertThat(output).hasContent("rows");
  }

  @ParameterizedTest
  @CsvSource({"BYTES, -", "BYTES, out.txt", "FILE, out.txt", "EXTERNAL, jdbc:some://where"})
  void takesTheNumbersThatItsFormatTakes(TargetKind kind, String output) {
    for (boolean taken : new boolean[] {true, false}) {
      ChosenSink sink =
          SampleSinks.of(
              new SampleSinks.SampleProvider(kind) {
                @Override
                public boolean takesNonFinite() {
                  return taken;
                }

                @Override
                public Sink open(SinkContext context) throws IOException {
                  throw new IOException("Nothing is written here");
                }
              });

      assertThat(Destinations.of(settings(output, sink, false)).takesNonFinite()).isEqualTo(taken);
    }
  }

  @Test
  void knowsWhatCannotBe() {
    assertThatThrownBy(() -> settings("-", SampleSinks.file("rows"), false))
        .hasMessage("a sink on standard output must be of kind BYTES, but was FILE");
    assertThatThrownBy(
            () -> settings("db", SampleSinks.of(TargetKind.EXTERNAL, target -> {}), true))
        .hasMessage("overwrite must not be set for a sink of kind EXTERNAL");
  }
}
