package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A plugin that fails is named, because nobody else could tell who speaks. */
class PluginFailuresTest {
  private static final String NAMED =
      "Cannot write there: the format sample of sample.jar failed: ";

  private static Destination of(SinkProvider provider) {
    return Destinations.of(
        new OutputSettings(
            "there",
            SampleSinks.ofPlugin(provider),
            false,
            new StandardOutput(Path.of("unused"), OutputStream::nullOutputStream)));
  }

  private static Destination checked(Sink sink) {
    Destination destination =
        of(
            new SampleSinks.SampleProvider(TargetKind.EXTERNAL) {
              @Override
              public Sink open(SinkContext context) {
                return sink;
              }
            });
    destination.check();
    return destination;
  }

  private static Destination failing(IOException failure) {
    return checked(new FailingSink(failure));
  }

  private static void commit(Destination destination) throws IOException {
    try (Sink sink = destination.open(SampleSinks.SCHEMA)) {
      sink.commit(SampleSinks.PROVENANCE);
    }
  }

  @Test
  void isNamedWhenItsCheckFails() {
    SinkProvider sleeping =
        new SampleSinks.SampleProvider(TargetKind.EXTERNAL) {
          @Override
          public void check(SinkCheck check) throws IOException {
            throw new IOException("the server sleeps");
          }

          @Override
          public Sink open(SinkContext context) {
            throw new UnsupportedOperationException("this format is only checked");
          }
        };

    assertThatThrownBy(() -> of(sleeping).check())
        .extracting(ToldToUser::by)
        .isEqualTo(NAMED + "the server sleeps. Choose another --output.");
  }

  @Test
  void isNamedWhenItsCloseFails() {
    Destination destination = failing(new AccessDeniedException("/db"));

    assertThatThrownBy(() -> destination.open(SampleSinks.SCHEMA).close())
        .extracting(ToldToUser::by)
        .isEqualTo(
            NAMED
                + "permission denied (/db). Choose another --output, in a folder that you may write"
                + " to.");
  }

  @Test
  void sendsTheUserToLookWhenItsCommitElsewhereFails() {
    assertThatThrownBy(() -> commit(failing(new IOException("the server hung up"))))
        .extracting(ToldToUser::by)
        .isEqualTo(
            NAMED
                + "the server hung up. Check whether the rows are there before you run it again.");
    assertThatThrownBy(() -> commit(failing(new IOException("It hung up. Call it."))))
        .extracting(ToldToUser::by)
        .isEqualTo(
            NAMED
                + "It hung up. Call it. Check whether the rows are there before you run it again.");
  }

  @Test
  void isToBeReportedWhenItOpensNothing() {
    assertThatThrownBy(() -> checked(null).open(SampleSinks.SCHEMA))
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write there: the format sample of sample.jar opened no sink. Report it to its "
                + "developer, or use another --format.");
  }

  private record FailingSink(IOException failure) implements Sink {
    @Override
    public void write(RowBatch rows) {}

    @Override
    public void commit(Provenance provenance) throws IOException {
      throw failure;
    }

    @Override
    public void close() throws IOException {
      throw failure;
    }
  }
}
