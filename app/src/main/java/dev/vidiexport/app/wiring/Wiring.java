package dev.vidiexport.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.progress.ListingTalk;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOrder;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.polling.Jitter;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.http.HttpModule;
import dev.vidiexport.http.HttpSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the modules together: the one place that knows every adapter. */
public final class Wiring {
  private static final Duration FIRST_LISTING_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_LISTING_DELAY = Duration.ofSeconds(30);

  private Wiring() {}

  /** Time as it passes; a run begins with it. */
  public static Pacer pacer() {
    return new SystemPacer();
  }

  /** Chance as it falls. */
  public static Jitter jitter() {
    return () -> ThreadLocalRandom.current().nextDouble();
  }

  /**
   * The account behind the credentials.
   *
   * @param quota what the calls share with other runs; empty when they share nothing
   */
  public static Account account(HttpSettings settings, Optional<Quota> quota, Talk talk) {
    return injector(vidiCenter(settings, quota, talk), time(pacer())).getInstance(Account.class);
  }

  /**
   * A listing that is ready to begin, and whose time passes from now on.
   *
   * @param quota what the calls share with other runs; empty when they share nothing
   * @param deadline how long all of it may take
   */
  public static ListLocations listing(
      HttpSettings settings, Optional<Quota> quota, Duration deadline, Talk talk) {
    Pacer pacer = pacer();
    Directory directory =
        injector(vidiCenter(settings, quota, talk), time(pacer)).getInstance(Directory.class);
    PollPolicy policy =
        new PollPolicy(FIRST_LISTING_DELAY, LONGEST_LISTING_DELAY, deadline, jitter());
    return new ListLocations(
        directory, pacer, settings.limits(), policy, new ListingTalk(talk, settings.limits()));
  }

  /**
   * A run that is ready to begin.
   *
   * @param quota what the calls share with other runs; empty when they share nothing
   */
  public static ExportData export(
      HttpSettings settings,
      Optional<Quota> quota,
      ExportOrder order,
      Destination destination,
      ExportListener listener,
      Pacer pacer,
      Talk talk) {
    return export(vidiCenter(settings, quota, talk), order, destination, listener, pacer);
  }

  /** A run over a module that brings VidiCenter. */
  static ExportData export(
      Module vidiCenter,
      ExportOrder order,
      Destination destination,
      ExportListener listener,
      Pacer pacer) {
    return injector(vidiCenter, time(pacer), new ExportModule(order, destination, listener))
        .getInstance(ExportData.class);
  }

  static Injector injector(Module... modules) {
    return Guice.createInjector(
        binder -> {
          binder.requireExplicitBindings();
          binder.requireAtInjectOnConstructors();
          binder.requireExactBindingAnnotations();
          binder.disableCircularProxies();
          for (Module module : modules) {
            binder.install(module);
          }
        });
  }

  static Module time(Pacer pacer) {
    return binder -> binder.bind(Pacer.class).toInstance(pacer);
  }

  /** Once there are credentials, nothing is said that holds them. */
  private static Module vidiCenter(HttpSettings settings, Optional<Quota> quota, Talk talk) {
    talk.hide(settings.credentials()::hiddenIn);
    HttpModule module = new HttpModule(settings, new CallTalk(talk));
    return quota.map(module::sharing).orElse(module);
  }
}
