package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A format of plain lines: the first column, a line a row. A sink of kind EXTERNAL writes the file
 * that its target names.
 */
final class LinesProvider extends SampleSinks.SampleProvider {
  private final Map<Moment, Failure> failures;

  /**
   * A format for one kind of target.
   *
   * @param failures what happens in some moments
   */
  LinesProvider(TargetKind kind, Map<Moment, Failure> failures) {
    super(kind);
    this.failures = failures;
  }

  private void reach(Moment moment) throws IOException {
    Failure failure = failures.get(moment);
    if (failure != null) {
      failure.happen();
    }
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    reach(Moment.CHECK);
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    reach(Moment.OPEN);
    return new LinesSink(context.target());
  }

  private final class LinesSink implements Sink {
    private final SinkTarget target;
    private final StringBuilder kept = new StringBuilder();

    LinesSink(SinkTarget target) {
      this.target = target;
    }

    @Override
    public void write(RowBatch rows) throws IOException {
      reach(Moment.WRITE);
      StringBuilder lines = new StringBuilder();
      for (int row = 0; row < rows.rows(); row++) {
        lines.append(rows.text(row, 0)).append('\n');
      }
      if (target instanceof SinkTarget.Bytes bytes) {
        bytes.stream().write(lines.toString().getBytes(UTF_8));
      } else if (target instanceof SinkTarget.File file) {
        Files.writeString(file.path(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } else {
        kept.append(lines);
      }
    }

    @Override
    public void commit(Provenance provenance) throws IOException {
      reach(Moment.COMMIT);
      if (target instanceof SinkTarget.External external) {
        Files.writeString(Path.of(external.name()), kept);
      }
    }

    @Override
    public void close() throws IOException {
      reach(Moment.CLOSE);
    }
  }
}
