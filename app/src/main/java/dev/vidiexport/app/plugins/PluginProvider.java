package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin's provider as the rest of the program meets it: what it says of itself was asked once
 * and stays so, and its code runs as {@link PluginInvoker} says.
 *
 * @param provider the plugin's own
 * @param description what it said
 * @param code how it runs
 */
record PluginProvider(SinkProvider provider, ProviderDescription description, PluginInvoker code)
    implements SinkProvider {
  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return description.format();
  }

  @Override
  public Set<String> fileExtensions() {
    return description.extensions();
  }

  @Override
  public Set<String> addressSchemes() {
    return description.addressSchemes();
  }

  @Override
  public TargetKind targetKind() {
    return description.targetKind();
  }

  @Override
  public List<SinkOption> options() {
    return description.options();
  }

  @Override
  public boolean takesNonFinite() {
    return description.takesNonFinite();
  }

  @Override
  public boolean wantsNames() {
    return description.wantsNames();
  }

  @Override
  public Optional<String> problemWith(SinkOptions options, Map<String, String> request) {
    return answer(() -> provider.problemWith(options, request), "makes of this request");
  }

  @Override
  public Optional<String> problemWithTarget(SinkOptions options, String output) {
    return answer(() -> provider.problemWithTarget(options, output), "makes of this output");
  }

  // Whatever a plugin throws is its own affair, and the user's to know.
  @SuppressWarnings("ConstantValue") // A plugin can return null all the same.
  private Optional<String> answer(
      PluginInvoker.Work<Optional<String>, RuntimeException> question, String what) {
    try {
      Optional<String> problem = code.run(question);
      return problem == null ? failedToAnswer(what, "it gave no answer") : problem;
    } catch (RuntimeException | Error failed) {
      return failedToAnswer(what, PluginFailureReason.of(failed));
    }
  }

  private Optional<String> failedToAnswer(String what, String reason) {
    return Optional.of(
        "The format %s cannot say what it %s: %s.".formatted(description.format(), what, reason));
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    code.export(
        () -> {
          provider.check(check);
          return check;
        });
  }

  @Override
  @SuppressWarnings("ConstantValue") // A plugin can return null all the same.
  public Sink open(SinkContext context) throws IOException {
    Sink sink = code.export(() -> provider.open(context));
    if (sink == null) {
      throw new IOException(
          "it opened no sink. Report it to its developer, or use another format.");
    }
    return new PluginSink(sink, code);
  }

  @Override
  public Optional<SliceTables> sliceTables() {
    return description
        .sliceTables()
        .map(
            tables ->
                new PluginSliceTables(tables, description.format(), new PluginTableCalls(code)));
  }
}
