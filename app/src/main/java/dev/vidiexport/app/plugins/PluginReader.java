package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sinks of plugins, of all of them side by side. What cannot be used is left out with a
 * reason, and breaks nothing else.
 */
final class PluginReader {
  /** All plugins together are made and asked in far less; what takes longer hangs. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PluginsFolder folder;
  private final List<SinkLoadingTask> tasks = new ArrayList<>();
  private final List<InstalledSink> sinks = new ArrayList<>();
  private final List<SkippedPlugin> skipped = new ArrayList<>();

  private PluginReader(PluginsFolder folder) {
    this.folder = folder;
  }

  /**
   * Reads all plugins of a folder.
   *
   * @param patience how long all sinks together may take to be made and asked what they are
   */
  static PluginReader of(PluginsFolder folder, Duration patience) {
    PluginReader reader = new PluginReader(folder);
    for (PluginEntry place : folder.plugins()) {
      try {
        reader.read(place);
      } catch (UnusablePluginException unusable) {
        reader.skipped.add(SkippedPlugin.of("the plugin " + place.path(), unusable));
      }
    }
    reader.take(patience);
    return reader;
  }

  /** What can be used, unless several claim one format. */
  List<InstalledSink> sinks() {
    return sinks;
  }

  /** What cannot be used. */
  List<SkippedPlugin> skipped() {
    return skipped;
  }

  private void read(PluginEntry place) throws UnusablePluginException {
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
    PluginClassLoader classes = open(place);
    List<ListedSink> listed = new ArrayList<>();
    PluginInvoker code = new PluginInvoker(classes);
    for (PluginJar jar : jars) {
      jar.sinks().forEach(name -> listed.add(new ListedSink(name, jar, code)));
    }
    tasks.add(SinkLoadingTask.start(listed));
  }

  private void requireJars(PluginEntry place) throws UnusablePluginException {
    if (!place.jars().isEmpty()) {
      return;
    }
    try {
      throw new UnusablePluginException(
          PluginEntry.leadsBack(folder.path(), place.path())
              ? "it is a link back to the folder that it is in"
              : "there is no jar in it, or it is not readable by you");
    } catch (IOException gone) {
      throw new UnusablePluginException("it cannot be read", gone);
    }
  }

  /**
   * The JDK follows the class path of a manifest, which could lead to classes of this program, of
   * other plugins, or of others who can write there.
   */
  private static void requireNothingElsewhere(PluginJar jar, PluginEntry place)
      throws UnusablePluginException {
    for (String entry : jar.classPath()) {
      if (!staysWithin(entry, jar.path(), place)) {
        throw new UnusablePluginException(
            ("the class path in its manifest points outside it, to %.100s; put that file and the"
                    + " jar into a folder of their own")
                .formatted(entry));
      }
    }
  }

  /** What is not there is harmless: nobody else can put it into this folder. */
  private static boolean staysWithin(String entry, Path jar, PluginEntry place) {
    try {
      Path target = Path.of(jar.toUri().resolve(entry)).normalize();
      Path folder = jar.toAbsolutePath().normalize().resolveSibling("");
      boolean isOwn =
          place.jars().stream().anyMatch(own -> target.equals(own.toAbsolutePath().normalize()));
      return isOwn || (target.startsWith(folder) && !Files.exists(target));
    } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
      return false;
    }
  }

  private static PluginClassLoader open(PluginEntry place) throws UnusablePluginException {
    try {
      return PluginClassLoader.of(
          String.valueOf(place.path().getFileName()),
          place.jars(),
          PluginReader.class.getClassLoader());
    } catch (IOException noAddress) {
      throw new UnusablePluginException("it cannot be read", noAddress);
    }
  }

  private void take(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    for (SinkLoadingTask task : tasks) {
      task.await(Duration.ofNanos(end - System.nanoTime()));
      task.tell(sinks, skipped, patience);
    }
  }
}
