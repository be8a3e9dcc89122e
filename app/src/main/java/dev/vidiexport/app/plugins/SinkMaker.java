package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.spi.SinkProvider;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes a sink that a plugin's jar lists.
 *
 * @param name its class
 * @param jar what lists it
 * @param code how its code runs
 */
record SinkMaker(String name, PluginJar jar, PluginCode code) {
  /**
   * Makes it and asks it what it is, on a thread of its own, because code of others may never come
   * back.
   *
   * @param patience how long that may take
   */
  InstalledSink make(Duration patience) throws UnusablePluginException {
    FutureTask<InstalledSink> task = new FutureTask<>(() -> code.run(this::made));
    Thread thread = new Thread(task, "vidiexport-plugin");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      hangs.setStackTrace(thread.getStackTrace());
      throw new UnusablePluginException(
          "it does not say within %s what it is".formatted(DurationText.of(patience)), hangs);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnusablePluginException("the program was interrupted", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnusablePluginException unusable) {
        throw unusable;
      }
      throw new IllegalStateException(failed);
    }
  }

  private InstalledSink made() throws UnusablePluginException {
    SinkProvider provider = provider();
    PluginProvider kept = new PluginProvider(provider, ProviderFacts.of(provider), code);
    return new InstalledSink(kept, jar.version(), jar.path().toString(), false);
  }

  // Whatever a plugin throws, errors too, is its own affair.
  private SinkProvider provider() throws UnusablePluginException {
    try {
      Class<?> type = Class.forName(name, false, code.classes());
      if (!SinkProvider.class.isAssignableFrom(type)) {
        throw new UnusablePluginException("it is listed as a sink, but is no SinkProvider");
      }
      return (SinkProvider) type.getConstructor().newInstance();
    } catch (ClassNotFoundException missing) {
      throw new UnusablePluginException(
          missing.getCause() == null
              ? "it is listed as a sink, but there is no such class"
              : "its class cannot be read from the jar",
          missing);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException hidden) {
      throw new UnusablePluginException(
          "it must be a public class with a public constructor without arguments", hidden);
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new UnusablePluginException(Reason.of(cause), cause);
    } catch (UnusablePluginException unusable) {
      throw unusable;
    } catch (Throwable failed) {
      throw new UnusablePluginException(Reason.of(failed), failed);
    }
  }
}
