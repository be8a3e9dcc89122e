package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.util.Optional;

/** An output of the sink's own kind: the sink alone knows whether and how it can be written. */
final class ExternalDestination implements Destination {
  private static final long UNKNOWN = -1;

  private final String output;
  private final ChosenSink chosen;
  private final OutputMessages messages;
  private boolean checked;

  ExternalDestination(String output, ChosenSink chosen) {
    this.output = output;
    this.chosen = chosen;
    this.messages = OutputMessages.ofOutput(output);
  }

  @Override
  public void check() {
    chosen.check(Optional.of(output), messages);
    checked = true;
  }

  @Override
  public Sink open(Schema schema) throws IOException {
    if (!checked) {
      throw new IllegalStateException("check must come first");
    }
    return chosen.open(new SinkTarget.External(output), schema, messages);
  }

  @Override
  public boolean holdsBack() {
    return false;
  }

  @Override
  public String formatName() {
    return chosen.name();
  }

  @Override
  public boolean takesNonFinite() {
    return chosen.provider().takesNonFinite();
  }

  @Override
  public long publish() {
    return UNKNOWN;
  }

  @Override
  public void discard() {
    // A sink that is closed without commit has left nothing.
  }

  @Override
  public void close() {
    checked = false;
  }
}
