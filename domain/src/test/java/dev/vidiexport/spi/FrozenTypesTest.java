package dev.vidiexport.spi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.ColumnType;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the comparison with the baseline of the sink interfaces needs to be right, or cannot see.
 */
class FrozenTypesTest {
  private static final Path BASELINE =
      Path.of("src/api/sink-interfaces-" + SinkProvider.SPI_VERSION + ".jar");
  private static final Pattern FROZEN_TABLE_TYPE =
      Pattern.compile("<include>(dev\\.vidiexport\\.domain\\.table\\.\\w+)</include>");
  private static final Pattern GENERIC_ARGUMENT =
      Pattern.compile("dev\\.vidiexport\\.(?:\\w+\\.)*[\\w$]+");

  @Test
  void areOfTheVersionThatTheInterfacesHave() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .as("the version of the baseline; README of adapters-sinks, Versions of the interfaces")
        .contains("<spi.version>" + SinkProvider.SPI_VERSION + "</spi.version>");
    assertThat(BASELINE).exists();
  }

  @Test
  void areThoseThatTheInterfacesName() throws Exception {
    Set<String> compared =
        FROZEN_TABLE_TYPE
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .map((MatchResult include) -> include.group(1))
            .collect(toCollection(TreeSet::new));

    assertThat(compared).isEqualTo(reachedFrom(interfaces()));
  }

  /** A plugin that was compiled before a constant was added cannot know what to do with it. */
  @ParameterizedTest
  @ValueSource(classes = {ColumnType.class, TargetKind.class})
  void haveTheConstantsThatSinksKnow(Class<?> today) throws Exception {
    assertThat(texts(today.getEnumConstants()))
        .isEqualTo(texts(ofBaseline(today).getEnumConstants()));
  }

  @Test
  void haveTheKindsOfTargetThatSinksKnow() throws Exception {
    assertThat(texts((Object[]) SinkTarget.class.getPermittedSubclasses()))
        .isEqualTo(texts((Object[]) ofBaseline(SinkTarget.class).getPermittedSubclasses()));
  }

  private static List<String> texts(Object... things) {
    return Stream.of(things).map(Object::toString).toList();
  }

  private static Class<?> ofBaseline(Class<?> today) throws Exception {
    try (URLClassLoader baseline =
        new URLClassLoader(
            new URL[] {BASELINE.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> before = Class.forName(today.getName(), true, baseline);
      assertThat(before).isNotSameAs(today);
      // What it names must be loaded while the jar is open.
      assertThat(before.isEnum() || before.getPermittedSubclasses().length > 0).isTrue();
      return before;
    }
  }

  /** The public types of the package of the interfaces. */
  private static List<Class<?>> interfaces() throws Exception {
    List<Class<?>> found = new ArrayList<>();
    try (JarFile jar = new JarFile(BASELINE.toFile())) {
      for (String name : jar.stream().map(entry -> entry.getName()).toList()) {
        if (name.matches("dev/vidiexport/spi/[\\w$]+\\.class")) {
          found.add(Class.forName(name.replace(".class", "").replace('/', '.')));
        }
      }
    }
    assertThat(found).contains(SinkProvider.class, OptionKind.Choice.class);
    return found;
  }

  private static Set<String> reachedFrom(List<Class<?>> interfaces) throws Exception {
    Set<String> reached = new TreeSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(interfaces);
    Set<Class<?>> seen = new HashSet<>(interfaces);
    while (!open.isEmpty()) {
      for (String name : named(open.pop())) {
        Class<?> type = Class.forName(name);
        if (name.startsWith("dev.vidiexport.domain.table.")) {
          reached.add(name);
        }
        if (seen.add(type)) {
          open.push(type);
        }
      }
    }
    return reached;
  }

  /** The types of this program in the signatures that a plugin can use. */
  private static List<String> named(Class<?> type) {
    Stream<Executable> executables =
        Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getConstructors()));
    return executables
        .filter(executable -> Modifier.isPublic(executable.getModifiers()))
        .map(Executable::toGenericString)
        .flatMap(signature -> GENERIC_ARGUMENT.matcher(signature).results())
        .map(MatchResult::group)
        .filter(FrozenTypesTest::isType)
        .distinct()
        .toList();
  }

  // A signature also names its own method, behind the name of its class.
  private static boolean isType(String name) {
    return Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1));
  }
}
