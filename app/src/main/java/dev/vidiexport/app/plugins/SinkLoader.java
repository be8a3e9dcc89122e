package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.SinkProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the output formats: those that ship with this program, and those in a plugins folder. */
public final class SinkLoader {
  private SinkLoader() {}

  /**
   * Finds what there is. A plugin that cannot be used is left out and told of, and breaks nothing
   * else.
   *
   * @param pluginsFolder where plugin jars lie; empty for none
   * @throws IllegalArgumentException as {@link #check} does
   */
  public static SinkRegistry load(Optional<Path> pluginsFolder) {
    return pluginsFolder.isPresent()
        ? load(pluginsFolder.orElseThrow(), PluginReader.PATIENCE)
        : new SinkRegistry(builtIn(), List.of());
  }

  /** The same, with another bound on the time that each sink of a plugin takes to be made. */
  static SinkRegistry load(Path pluginsFolder, Duration patience) {
    return withPlugins(builtIn(), PluginReader.of(PluginsFolder.of(pluginsFolder), patience));
  }

  /**
   * Looks whether plugins may be taken from a folder, and runs none of them.
   *
   * @throws IllegalArgumentException when it is missing, cannot be read, or group or others can
   *     write to it or to what would be loaded from it; the message is a clause that goes on after
   *     the option's name
   */
  public static void check(Path pluginsFolder) {
    PluginsFolder.of(pluginsFolder);
  }

  private static List<InstalledSink> builtIn() {
    JarOrigin origin = JarOrigin.ofClass(SinkLoader.class);
    List<InstalledSink> sinks = new ArrayList<>();
    for (SinkProvider provider :
        ServiceLoader.load(SinkProvider.class, SinkLoader.class.getClassLoader())) {
      sinks.add(new InstalledSink(provider, origin.version(), origin.jar(), true));
    }
    return sinks;
  }

  /** A format belongs to one sink: the built-in one, or the only one that claims it. */
  private static SinkRegistry withPlugins(List<InstalledSink> builtIn, PluginReader plugins) {
    List<InstalledSink> usable = new ArrayList<>(builtIn);
    List<SkippedPlugin> skipped = new ArrayList<>(plugins.skipped());
    Map<String, List<InstalledSink>> claims = new LinkedHashMap<>();
    for (InstalledSink sink : plugins.sinks()) {
      claims.computeIfAbsent(sink.format(), format -> new ArrayList<>()).add(sink);
    }
    claims.forEach(
        (format, claimants) -> {
          if (builtIn.stream().anyMatch(sink -> sink.format().equals(format))) {
            claimants.forEach(claimant -> skipped.add(shipped(format, claimant)));
          } else if (claimants.size() > 1) {
            skipped.add(claimed(format, claimants));
          } else {
            usable.addAll(claimants);
          }
        });
    return new SinkRegistry(usable, skipped);
  }

  private static SkippedPlugin shipped(String format, InstalledSink claimant) {
    return SkippedPlugin.of(
        "the sink \"%s\" of %s".formatted(format, claimant.jar()),
        "the format ships with vidiexport");
  }

  private static SkippedPlugin claimed(String format, List<InstalledSink> claimants) {
    List<String> jars = claimants.stream().map(InstalledSink::jar).distinct().toList();
    return SkippedPlugin.of(
        "the sink \"%s\"".formatted(format),
        jars.size() == 1
            ? "several classes of %s claim it".formatted(jars.get(0))
            : "%s claim it".formatted(String.join(" and ", jars)));
  }
}
