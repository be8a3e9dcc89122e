package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.spi.SinkProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the output formats: those that ship with this program, and those in a plugins folder. */
public final class SinkLoader {
  /** A services file with more broken entries than this is given up. */
  private static final int MAX_BROKEN_ENTRIES = 100;

  private static final int MOST_CHARACTERS = 500;

  private final List<InstalledSink> builtIn = new ArrayList<>();
  private final Map<String, List<InstalledSink>> plugins = new LinkedHashMap<>();
  private final List<String> refused = new ArrayList<>();

  private SinkLoader() {}

  /**
   * Finds what there is. A provider that cannot be used is left out and told of, and breaks nothing
   * else.
   *
   * @param pluginsFolder where plugin jars lie; empty for none
   * @throws IllegalArgumentException when the folder cannot be read; the message is a clause that
   *     goes on after the option's name
   */
  public static SinkRegistry load(Optional<Path> pluginsFolder) {
    SinkLoader loader = new SinkLoader();
    ClassLoader own = SinkLoader.class.getClassLoader();
    loader.collect(own, JarFacts.ofClass(SinkLoader.class), true);
    for (PluginJar jar : pluginsFolder.map(PluginJar::in).orElse(List.of())) {
      try {
        int found = loader.collect(jar.open(), JarFacts.ofJar(jar.path()), false);
        if (found == 0) {
          loader.refuse("the plugin " + jar.path(), "there is no sink in it");
        }
      } catch (java.io.IOException unreadable) {
        loader.refused.add("Skipped the plugin %s: it cannot be read.".formatted(jar.path()));
      }
    }
    return loader.registry();
  }

  /** Takes what is found, and tells how many sinks there were, usable or not. */
  private int collect(ClassLoader classes, JarFacts facts, boolean isBuiltIn) {
    var providers = ServiceLoader.load(SinkProvider.class, classes).iterator();
    int broken = 0;
    int found = 0;
    while (broken < MAX_BROKEN_ENTRIES) {
      try {
        if (!providers.hasNext()) {
          return found;
        }
        SinkProvider provider = providers.next();
        if (isBuiltIn || provider.getClass().getClassLoader() == classes) {
          found++;
          take(provider, facts, isBuiltIn);
        }
      } catch (ServiceConfigurationError | LinkageError unusable) {
        broken++;
        found++;
        refuse("a sink of " + facts.jar(), reason(unusable));
      }
    }
    return found;
  }

  private void refuse(String what, String reason) {
    refused.add(CleanText.of("Skipped %s: %s.".formatted(what, reason), MOST_CHARACTERS));
  }

  private static String reason(Error unusable) {
    if (unusable instanceof UnsupportedClassVersionError) {
      return "it was compiled for a newer Java than this one";
    }
    String what =
        String.valueOf(unusable.getMessage()).replace(SinkProvider.class.getName() + ": ", "");
    Throwable cause = unusable.getCause();
    return "it cannot be loaded (%s%s)"
        .formatted(what, cause == null ? "" : ": " + cause.getMessage());
  }

  private void take(SinkProvider provider, JarFacts facts, boolean isBuiltIn) {
    InstalledSink sink = new InstalledSink(provider, facts.version(), facts.jar(), isBuiltIn);
    Optional<String> problem = ProviderCheck.problemWith(provider);
    if (problem.isPresent()) {
      refuse("the sink " + provider.getClass().getName() + " of " + facts.jar(), problem.get());
    } else if (isBuiltIn) {
      builtIn.add(sink);
    } else {
      plugins.computeIfAbsent(provider.format(), format -> new ArrayList<>()).add(sink);
    }
  }

  private SinkRegistry registry() {
    List<InstalledSink> usable = new ArrayList<>(builtIn);
    plugins.forEach(
        (format, claimants) -> {
          if (builtIn.stream().anyMatch(sink -> sink.format().equals(format))) {
            claimants.forEach(
                claimant ->
                    refused.add(
                        "Skipped the sink \"%s\" of %s: the format ships with vidiexport."
                            .formatted(format, claimant.jar())));
          } else if (claimants.size() > 1) {
            refused.add(
                "Skipped the sink \"%s\": %s claim it."
                    .formatted(
                        format,
                        String.join(" and ", claimants.stream().map(InstalledSink::jar).toList())));
          } else {
            usable.addAll(claimants);
          }
        });
    return new SinkRegistry(usable, refused);
  }
}
