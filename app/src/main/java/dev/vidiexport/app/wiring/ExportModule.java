package dev.vidiexport.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOrder;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import java.util.concurrent.ThreadFactory;

/** The export use case, for one run. */
final class ExportModule extends AbstractModule {
  private final ExportOrder order;
  private final Destination destination;
  private final ExportListener listener;

  ExportModule(ExportOrder order, Destination destination, ExportListener listener) {
    this.order = order;
    this.destination = destination;
    this.listener = listener;
  }

  /** A sink that hangs must not keep the process alive. */
  @Provides
  ThreadFactory threads() {
    return DaemonThreads.named("vidiexport-sink");
  }

  @Provides
  ExportData exportData(VidiCenter vidiCenter, Pacer pacer, ThreadFactory threads) {
    return new ExportData(vidiCenter, destination, pacer, listener, threads, order);
  }
}
