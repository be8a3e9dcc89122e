package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;

/** A planted bug: a run that rests between two polls gives up its export with its connection. */
record ExportGivenBackEarly(Quota real) implements Quota {
  @Override
  public ServiceLimits limits() {
    return real.limits();
  }

  @Override
  public Claim claim() {
    return new ForwardingClaim(real.claim()) {
      @Override
      public void giveBackConnection() {
        super.giveBackConnection();
        super.giveBackExport();
      }
    };
  }

  @Override
  public void close() {
    real.close();
  }
}
