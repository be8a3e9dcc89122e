package dev.vidiexport.app.wiring;

import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOrder;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.HttpModule;
import java.util.function.UnaryOperator;

/** Puts the shipped modules together, over whatever network, clock and disk a simulation has. */
public final class SimulatedWiring {
  private SimulatedWiring() {}

  /** A run as it is shipped. */
  public static ExportData export(
      HttpModule http, ExportOrder order, Destination destination, Pacer pacer) {
    return Wiring.export(http, order, destination, new ExportListener() {}, pacer);
  }

  /** A run into which a bug is planted: between the use case and what it asks. */
  public static ExportData planted(
      HttpModule http,
      ExportOrder order,
      Destination destination,
      Pacer pacer,
      UnaryOperator<VidiCenter> bug) {
    VidiCenter real = Wiring.injector(http, Wiring.time(pacer)).getInstance(VidiCenter.class);
    return Wiring.export(
        binder -> binder.bind(VidiCenter.class).toInstance(bug.apply(real)),
        order,
        destination,
        new ExportListener() {},
        pacer);
  }
}
