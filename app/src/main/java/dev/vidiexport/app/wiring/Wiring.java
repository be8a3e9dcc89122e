package dev.vidiexport.app.wiring;

import com.google.inject.Guice;
import dev.vidiexport.domain.audience.AudienceColumns;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.polling.Jitter;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.domain.port.RowFiles;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import dev.vidiexport.http.HttpModule;
import dev.vidiexport.reading.BuiltInFileReader;
import dev.vidiexport.reading.UserRowFiles;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Puts the modules together, and gives runs what is there once a process: time, chance, threads.
 */
public final class Wiring {
  private Wiring() {}

  /** Real time; a run begins with it. */
  public static Pacer pacer() {
    return new SystemPacer();
  }

  /** Chance as it falls. */
  public static Jitter jitter() {
    return () -> ThreadLocalRandom.current().nextDouble();
  }

  /** Threads for sinks: one that hangs must not keep the process alive. */
  public static ThreadFactory sinkThreads() {
    return DaemonThreads.named("vidiexport-sink");
  }

  /** What reads files of histories back. */
  public static RowFileReader rowFileReader() {
    return new BuiltInFileReader();
  }

  /**
   * What opens files that a user has.
   *
   * @param catalogue what tells the types of columns in files that do not say them
   */
  public static RowFiles userRowFiles(DataCatalogue catalogue) {
    return new UserRowFiles(new AudienceColumns(catalogue)::type);
  }

  /** Threads that read files of histories: a disk that hangs must not keep the process alive. */
  public static ThreadFactory readerThreads() {
    return DaemonThreads.named("vidiexport-reader");
  }

  /** Threads for the calls of a sync, for the same reason. */
  static ThreadFactory callThreads() {
    return DaemonThreads.named("vidiexport-call");
  }

  /** The session that a module brings; whoever asks for it closes it. */
  static VidiCenterSession session(HttpModule http) {
    return Guice.createInjector(
            binder -> {
              binder.requireExplicitBindings();
              binder.requireAtInjectOnConstructors();
              binder.requireExactBindingAnnotations();
              binder.disableCircularProxies();
              binder.install(http);
            })
        .getInstance(VidiCenterSession.class);
  }
}
