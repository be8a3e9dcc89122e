package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.plugins.PrivateFolders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The plugins that the build has made of the projects in {@code adapters-sinks/plugins}. */
final class BuiltPlugins {
  private BuiltPlugins() {}

  /** A folder for plugins that nobody else can write to, with the jars of these projects. */
  static Path installedIn(Path folder, String... projects) throws IOException {
    Path plugins = PrivateFolders.folder(folder.resolve("plugins"));
    for (String project : projects) {
      install(BuildFolder.resolve("it").resolve(project), plugins);
    }
    return plugins;
  }

  /** Puts there the jar that a project's build has packed. */
  static void install(Path project, Path plugins) throws IOException {
    try (Stream<Path> built = Files.list(project.resolve("target"))) {
      List<Path> jars =
          built
              .filter(path -> path.getFileName().toString().matches("vidiexport-.*\\.jar"))
              .toList();
      assertThat(jars).as("jars that %s has built", project).hasSize(1);
      link(PrivateFolders.keep(jars.get(0)), plugins.resolve(jars.get(0).getFileName()));
    }
  }

  /**
   * A jar can be large, and a copy of it takes time; on another file system there is no other way.
   */
  private static void link(Path jar, Path place) throws IOException {
    try {
      Files.createLink(place, jar);
    } catch (FileSystemException elsewhere) {
      PrivateFolders.keep(Files.copy(jar, place));
    }
  }
}
