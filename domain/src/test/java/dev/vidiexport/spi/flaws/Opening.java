package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import java.io.IOException;

/** Opens a sink, as a provider does. */
@FunctionalInterface
interface Opening {
  Sink open(SinkContext context) throws IOException;
}
