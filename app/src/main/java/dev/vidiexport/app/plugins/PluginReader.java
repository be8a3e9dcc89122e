package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes the sinks of plugins. What cannot be used is left out with a reason, and breaks nothing
 * else.
 */
final class PluginReader {
  /** A plugin is made and asked in far less; what takes longer hangs. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PluginsFolder folder;
  private final Duration patience;
  private final List<InstalledSink> sinks = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  private PluginReader(PluginsFolder folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /**
   * Reads all plugins of a folder.
   *
   * @param patience how long each sink may take to be made and asked what it is
   */
  static PluginReader of(PluginsFolder folder, Duration patience) {
    PluginReader reader = new PluginReader(folder, patience);
    for (PluginPlace place : folder.plugins()) {
      try {
        reader.read(place);
      } catch (UnusablePluginException unusable) {
        reader.refused.add(Refusal.of("the plugin " + place.path(), unusable));
      }
    }
    return reader;
  }

  /** What can be used, unless several claim one format. */
  List<InstalledSink> sinks() {
    return sinks;
  }

  /** What cannot be used. */
  List<Refusal> refused() {
    return refused;
  }

  private void read(PluginPlace place) throws UnusablePluginException {
    requireJars(place);
    List<PluginJar> jars = new ArrayList<>();
    for (Path path : place.jars()) {
      PluginJar jar = PluginJar.read(path, place.subject(path));
      requireNothingElsewhere(jar, place);
      jars.add(jar);
    }
    if (jars.stream().allMatch(jar -> jar.sinks().isEmpty())) {
      throw new UnusablePluginException("there is no sink in it");
    }
    PluginClasses classes = open(place);
    for (PluginJar jar : jars) {
      for (String name : jar.sinks()) {
        take(name, jar, classes);
      }
    }
  }

  private void requireJars(PluginPlace place) throws UnusablePluginException {
    if (!place.jars().isEmpty()) {
      return;
    }
    try {
      throw new UnusablePluginException(
          PluginPlace.leadsBack(folder.path(), place.path())
              ? "it is a link back to the folder that it is in"
              : "there is no jar in it, or it may not be read by you");
    } catch (IOException gone) {
      throw new UnusablePluginException("it cannot be read", gone);
    }
  }

  /**
   * The JDK follows the class path of a manifest, which could lead to classes of this program, of
   * other plugins, or of others who can write there.
   */
  private static void requireNothingElsewhere(PluginJar jar, PluginPlace place)
      throws UnusablePluginException {
    for (String entry : jar.classPath()) {
      if (!staysWithin(entry, jar.path(), place)) {
        throw new UnusablePluginException(
            ("the class path in its manifest leads out of it, to %.100s; put that file and the jar"
                    + " into a folder of their own")
                .formatted(entry));
      }
    }
  }

  private static boolean staysWithin(String entry, Path jar, PluginPlace place) {
    try {
      Path target = Path.of(jar.toUri().resolve(entry)).normalize();
      Path own = jar.toAbsolutePath().normalize();
      boolean isBeside = target.startsWith(own.resolveSibling(""));
      boolean isOwn = place.isFolder() || target.equals(own);
      return isBeside && (isOwn || !Files.exists(target));
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException elsewhere) {
      return false;
    }
  }

  private static PluginClasses open(PluginPlace place) throws UnusablePluginException {
    try {
      return PluginClasses.of(
          String.valueOf(place.path().getFileName()),
          place.jars(),
          PluginReader.class.getClassLoader());
    } catch (IOException noAddress) {
      throw new UnusablePluginException("it cannot be read", noAddress);
    }
  }

  private void take(String name, PluginJar jar, PluginClasses classes) {
    PluginCode code = new PluginCode(classes, jar.path().toString());
    try {
      sinks.add(limited(() -> code.run(() -> make(name, jar, code))));
    } catch (UnusablePluginException unusable) {
      refused.add(Refusal.of("the sink %s of %s".formatted(name, jar.path()), unusable));
    }
  }

  /** On a thread of its own, because code of others may never come back. */
  private InstalledSink limited(Callable<InstalledSink> making) throws UnusablePluginException {
    FutureTask<InstalledSink> task = new FutureTask<>(making);
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

  private static InstalledSink make(String name, PluginJar jar, PluginCode code)
      throws UnusablePluginException {
    SinkProvider provider = make(name, code.classes());
    PluginProvider kept = new PluginProvider(provider, ProviderFacts.of(provider), code);
    return new InstalledSink(kept, jar.version(), jar.path().toString(), false);
  }

  // Whatever a plugin throws, errors too, is its own affair.
  private static SinkProvider make(String name, ClassLoader classes)
      throws UnusablePluginException {
    try {
      Class<?> type = Class.forName(name, false, classes);
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
