package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sinks that write a text when they commit, and the calls of a run that ends well. */
final class SampleSinks {
  static final Schema SCHEMA = Schema.of(new Column("watcher_count", ColumnType.WHOLE));
  static final Provenance PROVENANCE = new Provenance(Map.of(), Optional.empty(), 0, "test");

  private SampleSinks() {}

  /** A sink that writes this text to a stream. */
  static ChosenSink bytes(String content) {
    return of(
        TargetKind.BYTES,
        target ->
            ((SinkTarget.Bytes) target).stream().write(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** A sink that writes this text to a path, and another file beside it. */
  static ChosenSink file(String content) {
    return of(
        TargetKind.FILE,
        target -> {
          SinkTarget.File file = (SinkTarget.File) target;
          Files.writeString(file.path(), content);
          Files.createDirectories(file.path().resolveSibling("side").resolve("deep"));
          Files.writeString(file.path().resolveSibling("side").resolve("journal"), "journal");
        });
  }

  /** A sink of a kind that does this when it commits. */
  static ChosenSink of(TargetKind kind, Commit commit) {
    return of(
        new SampleProvider(kind) {
          @Override
          public Sink open(SinkContext context) {
            return new CommittingSink(() -> commit.to(context.target()));
          }
        });
  }

  static ChosenSink of(SinkProvider provider) {
    return new ChosenSink(
        "the format sample",
        provider,
        SinkOptions.of(provider, Map.of()),
        Optional.of("txt"),
        true);
  }

  /** The same as a plugin's. */
  static ChosenSink ofPlugin(SinkProvider provider) {
    return new ChosenSink(
        "the format sample of sample.jar",
        provider,
        SinkOptions.of(provider, Map.of()),
        Optional.of("txt"),
        false);
  }

  /** All that a run asks of a destination, and gives to a sink, when all goes well. */
  static long run(Destination destination) throws IOException {
    try (destination) {
      destination.check();
      write(destination);
      return destination.publish();
    }
  }

  /** One attempt that ends well, up to what comes before publishing. */
  static void write(Destination destination) throws IOException {
    try (Sink sink = destination.open(SCHEMA)) {
      sink.commit(PROVENANCE);
    }
  }

  interface Commit {
    void to(SinkTarget target) throws IOException;
  }

  private interface Step {
    void run() throws IOException;
  }

  private record CommittingSink(Step step) implements Sink {
    @Override
    public void write(RowBatch rows) {}

    @Override
    public void commit(Provenance provenance) throws IOException {
      step.run();
    }

    @Override
    public void close() {}
  }

  /** A provider of a format called sample. */
  abstract static class SampleProvider implements SinkProvider {
    private final TargetKind kind;

    SampleProvider(TargetKind kind) {
      this.kind = kind;
    }

    @Override
    public int spiVersion() {
      return SPI_VERSION;
    }

    @Override
    public String format() {
      return "sample";
    }

    @Override
    public Set<String> fileExtensions() {
      return Set.of("txt");
    }

    @Override
    public TargetKind targetKind() {
      return kind;
    }

    @Override
    public List<SinkOption> options() {
      return List.of();
    }
  }
}
