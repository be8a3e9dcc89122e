package dev.vidiexport.app.export;

import dev.vidiexport.domain.enrichment.ColumnDictionary;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.table.ColumnExplanation;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkRequest;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A provider whose sinks are told what was asked for, and what the columns mean, if they ask.
 *
 * @param additions what is added to the rows
 * @param request tells what was asked for, when a sink is opened
 */
public record ExplainingProvider(
    SinkProvider provider, RequestedAdditions additions, Supplier<Optional<SinkRequest>> request)
    implements ForwardingProvider {
  @Override
  public Sink open(SinkContext context) throws IOException {
    return provider.open(new Explained(context, additions, request.get()));
  }

  /** The same context, with explanations. For one thread. */
  private static final class Explained implements SinkContext {
    private final SinkContext context;
    private final RequestedAdditions additions;
    private final Optional<SinkRequest> request;
    private Optional<List<ColumnExplanation>> explanations = Optional.empty();

    Explained(SinkContext context, RequestedAdditions additions, Optional<SinkRequest> request) {
      this.context = context;
      this.additions = additions;
      this.request = request;
    }

    @Override
    public Optional<SinkRequest> request() {
      return request;
    }

    @Override
    public SinkTarget target() {
      return context.target();
    }

    @Override
    public Schema schema() {
      return context.schema();
    }

    @Override
    public SinkOptions options() {
      return context.options();
    }

    @Override
    public OptionalInt columnNumber(int column) {
      return context.columnNumber(column);
    }

    @Override
    public String receivedName(int column) {
      return context.receivedName(column);
    }

    /** Few formats have room for it, so it is looked up for those alone. */
    @Override
    public Optional<ColumnExplanation> explanation(int column) {
      if (explanations.isEmpty()) {
        List<String> names =
            IntStream.range(0, schema().size()).mapToObj(this::receivedName).toList();
        explanations = Optional.of(new ColumnDictionary(additions).explain(names));
      }
      return Optional.of(explanations.get().get(column));
    }
  }
}
