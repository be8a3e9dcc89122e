package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.SinkProvider;
import java.lang.reflect.InvocationTargetException;

/**
 * Makes a sink that a plugin's jar lists.
 *
 * @param name its class
 * @param jar what lists it
 * @param code how its code runs
 */
record ListedSink(String name, PluginJar jar, PluginInvoker code) {
  /** Makes it and asks it what it is. Code of others may never come back from that. */
  InstalledSink make() throws UnusablePluginException {
    return code.run(this::made);
  }

  /** Leaves it out. */
  SkippedPlugin asSkipped(UnusablePluginException problem) {
    return SkippedPlugin.of("the sink %s of %s".formatted(name, jar.path()), problem);
  }

  private InstalledSink made() throws UnusablePluginException {
    SinkProvider provider = provider();
    PluginProvider kept = new PluginProvider(provider, ProviderDescription.of(provider), code);
    return new InstalledSink(kept, jar.version(), jar.path().toString(), false);
  }

  // Whatever a plugin throws, errors too, is its own affair.
  private SinkProvider provider() throws UnusablePluginException {
    try {
      Class<?> type = Class.forName(name, false, code.classes());
      if (!SinkProvider.class.isAssignableFrom(type)) {
        throw new UnusablePluginException("it is listed as a sink, but is not a SinkProvider");
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
      throw new UnusablePluginException(PluginFailureReason.of(cause), cause);
    } catch (UnusablePluginException unusable) {
      throw unusable;
    } catch (Throwable failed) {
      throw new UnusablePluginException(PluginFailureReason.of(failed), failed);
    }
  }
}
