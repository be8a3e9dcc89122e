package dev.vidiexport.app.staging;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The format that a run writes. Immutable.
 *
 * @param name what messages call it, and where it came from: {@code the format csv}
 * @param provider opens its sinks
 * @param options the options that every sink of this run gets
 * @param extension which of the format's extensions the output has; empty when its name tells
 *     nothing, and on standard output
 * @param builtIn whether it ships with this program, which then tells its failures as its own
 */
public record ChosenSink(
    String name,
    SinkProvider provider,
    SinkOptions options,
    Optional<String> extension,
    boolean builtIn) {
  public ChosenSink {
    requireNonNull(name, "name must not be null");
    requireNonNull(provider, "provider must not be null");
    requireNonNull(options, "options must not be null");
    requireNonNull(extension, "extension must not be null");
  }

  /**
   * Asks the format whether it could work here. Changes nothing.
   *
   * @param externalTarget the text of {@code --output}, for a sink of kind EXTERNAL
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, when not; another, when the run must end
   *     before that is known
   */
  void check(Optional<String> externalTarget, OutputMessages messages) {
    try {
      provider.check(new SinkCheck(options, externalTarget));
    } catch (IOException cannotWork) {
      throw messages.refusal(this, cannotWork);
    } catch (ExportException runEnds) {
      throw runEnds;
    } catch (RuntimeException | Error defect) {
      // Code of others: whatever it throws says that this format cannot write, and no more.
      throw messages.defect(name, defect);
    }
  }

  Sink open(SinkTarget target, Schema schema, OutputMessages messages) throws IOException {
    return open(new Context(target, schema, options), messages);
  }

  /**
   * Opens a sink for columns that have numbers.
   *
   * @param columns those of the schema, in its order
   */
  Sink open(SinkTarget target, Schema schema, List<NumberedColumn> columns, OutputMessages messages)
      throws IOException {
    return open(new NumberedContext(target, schema, columns, options), messages);
  }

  @SuppressWarnings("ConstantValue") // A plugin can return null all the same.
  private Sink open(SinkContext context, OutputMessages messages) throws IOException {
    Sink sink;
    try {
      sink = provider.open(context);
    } catch (IOException failure) {
      throw messages.failure(this, failure);
    }
    if (sink == null) {
      throw messages.incomplete(this, "opened no sink");
    }
    return new MessagingSink(sink, this, messages);
  }

  /** Whether a text names an option of the format with a value: {@code compression=gzip}. */
  boolean isOptionNamedIn(String text) {
    return provider.options().stream()
        .map(option -> Pattern.quote(option.name() + "="))
        .anyMatch(option -> Pattern.compile("(?<![\\w.-])" + option).matcher(text).find());
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}
