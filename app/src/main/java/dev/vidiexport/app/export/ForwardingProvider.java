package dev.vidiexport.app.export;

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

/** A provider that leaves to another one whatever it does not do itself. */
interface ForwardingProvider extends SinkProvider {
  /** The other one. */
  SinkProvider provider();

  @Override
  default int spiVersion() {
    return provider().spiVersion();
  }

  @Override
  default String format() {
    return provider().format();
  }

  @Override
  default Set<String> fileExtensions() {
    return provider().fileExtensions();
  }

  @Override
  default Set<String> addressSchemes() {
    return provider().addressSchemes();
  }

  @Override
  default TargetKind targetKind() {
    return provider().targetKind();
  }

  @Override
  default List<SinkOption> options() {
    return provider().options();
  }

  @Override
  default boolean takesNonFinite() {
    return provider().takesNonFinite();
  }

  @Override
  default boolean wantsNames() {
    return provider().wantsNames();
  }

  @Override
  default Optional<String> problemWith(SinkOptions options, Map<String, String> request) {
    return provider().problemWith(options, request);
  }

  @Override
  default Optional<String> problemWithTarget(SinkOptions options, String output) {
    return provider().problemWithTarget(options, output);
  }

  @Override
  default Sink open(SinkContext context) throws IOException {
    return provider().open(context);
  }

  @Override
  default void check(SinkCheck check) throws IOException {
    provider().check(check);
  }

  @Override
  default Optional<SliceTables> sliceTables() {
    return provider().sliceTables();
  }
}
