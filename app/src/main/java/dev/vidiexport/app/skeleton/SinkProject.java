package dev.vidiexport.app.skeleton;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Maven project with a sink that works, its kit test and its services file. Immutable.
 *
 * @param format the name of the format: lower-case words of letters and digits, joined with hyphens
 * @param version the version of this program, against which the project compiles
 */
public record SinkProject(String format, String version) {
  /** Where the templates are, in the class path. */
  private static final String TEMPLATES = "META-INF/vidiexport/skeleton/";

  private static final int MOST_CHARACTERS = 40;
  private static final Pattern HYPHEN = Pattern.compile("-");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException when it is not one; the message is a clause that goes on after
   *     the option's name
   */
  public SinkProject {
    if (format.length() > MOST_CHARACTERS || !format.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "must be followed by a name of lower-case letters, digits and hyphens, at most %s, such as my-format, but was \"%s\""
              .formatted(MOST_CHARACTERS, format));
    }
  }

  /**
   * The folder for a project.
   *
   * @throws IllegalArgumentException when something is there; the message is a clause that goes on
   *     after the option's name
   */
  public static Path folder(String name) {
    try {
      Path folder = Path.of(name);
      if (name.isEmpty() || (Files.exists(folder) && !isEmptyFolder(folder))) {
        throw new IllegalArgumentException(
            "must name a folder that is empty or does not exist yet, but was \"%s\""
                .formatted(name));
      }
      return folder;
    } catch (InvalidPathException invalid) {
      throw new IllegalArgumentException(
          "must name a folder, but was \"%s\"".formatted(name), invalid);
    }
  }

  private static boolean isEmptyFolder(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Writes the files of the project, all or none, and replaces none.
   *
   * @param folder made when it does not exist, with the folders above it
   * @throws IOException when one cannot be written; what was made by then is removed
   */
  public void writeTo(Path folder) throws IOException {
    Map<String, String> files = files();
    CreatedPaths made = new CreatedPaths();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        made.writeFile(folder.resolve(file.getKey()).toAbsolutePath(), file.getValue());
      }
    } catch (IOException failure) {
      made.remove(failure);
      throw failure;
    }
  }

  /** The jar that the project's build packs, seen from its folder. */
  public String jar() {
    return "target/vidiexport-%s-0.1.0.jar".formatted(format);
  }

  /** The contents of the files, by their paths. */
  private Map<String, String> files() {
    String main = "src/main/java/" + packageName().replace('.', '/') + "/" + className();
    String test = "src/test/java/" + packageName().replace('.', '/') + "/" + className();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", filled("README.md"));
    files.put("pom.xml", filled("pom.xml"));
    files.put(".gitignore", filled("gitignore"));
    files.put(main + "SinkProvider.java", filled("SinkProvider.java"));
    files.put(main + "Sink.java", filled("Sink.java"));
    files.put(
        "src/main/resources/META-INF/services/dev.vidiexport.spi.SinkProvider", filled("services"));
    files.put(test + "SinkContractTest.java", filled("SinkContractTest.java"));
    files.put(test + "SinkTest.java", filled("SinkTest.java"));
    return files;
  }

  private String filled(String template) {
    return text(template)
        .replace("{{format}}", format)
        .replace("{{version}}", version)
        .replace("{{package}}", packageName())
        .replace("{{Name}}", className());
  }

  /** A word of its own behind the name: "int" alone would be none for a package. */
  private String packageName() {
    return "com.example." + format.replace("-", "") + "sink";
  }

  private String className() {
    return HYPHEN
        .splitAsStream(format)
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String text(String template) {
    try (InputStream in =
        SinkProject.class.getClassLoader().getResourceAsStream(TEMPLATES + template)) {
      if (in == null) {
        throw new IllegalStateException("The template " + template + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
