package dev.vidiexport.app.export;

import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;

/** A provider that is told, when it checks, that nothing will be written. */
record DryRunProvider(SinkProvider provider) implements ForwardingProvider {
  @Override
  public void check(SinkCheck check) throws IOException {
    provider.check(check.asDryRun());
  }
}
