package dev.vidiexport.app.history;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.export.ExplainingProvider;
import dev.vidiexport.app.export.TimeLimitedCheck;
import dev.vidiexport.app.export.TimeLimitedProvider;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.spi.SinkProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the files of a sync are written with: the formats of its exports, which explain columns, and
 * of which those of plugins may not hang.
 *
 * @param time the time of the run
 * @param cancelled whether the run was told to end
 */
record SyncSinks(SyncOrder order, Pacer time, BooleanSupplier cancelled, UserMessages messages) {
  /** The format of each export, by its name. */
  Map<String, ChosenSink> byExport() {
    Map<String, ChosenSink> sinks = new LinkedHashMap<>();
    for (ProjectExport export : order.chosen().selection().exports()) {
      ChosenSink sink = export.sink();
      sinks.put(
          export.name(),
          new ChosenSink(
              sink.name(),
              provider(export),
              sink.options(),
              Optional.of(export.extension()),
              sink.builtIn()));
    }
    return sinks;
  }

  private SinkProvider provider(ProjectExport export) {
    ChosenSink sink = export.sink();
    return TimeLimitedProvider.unlessBuiltIn(
        sink.builtIn(),
        new ExplainingProvider(sink.provider(), export.history().additions(), Optional::empty),
        limit(sink.name()));
  }

  /** The code of a plugin, or a database, may hang. */
  TimeLimitedCheck limit(String format) {
    return new TimeLimitedCheck(
        format, order.settings().slicePolicy().deadline(), time, cancelled, messages);
  }
}
