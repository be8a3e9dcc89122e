package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.vidiexport.domain.table.Schema;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Guards the kit: it passes what is right, and every one of its facts can fail. */
class SinkContractTest {
  private static SinkProvider underTest = new CorrectBytes();

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void putBackWhatAFlawChanges() {
    Locale.setDefault(locale);
  }

  @Test
  void passesSinksThatDoEverythingRight(@TempDir Path services) throws Exception {
    Path folder = Files.createDirectories(services.resolve("META-INF/services"));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader withServices =
        new URLClassLoader(new URL[] {services.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(withServices);
      for (SinkProvider provider :
          new SinkProvider[] {new CorrectBytes(), new CorrectFile(), new CorrectExternal()}) {
        Files.writeString(
            folder.resolve(SinkProvider.class.getName()), provider.getClass().getName());

        Events tests = run(provider, selectClass(PlainSinkFacts.class));

        assertThat(tests.failed().list()).as("%s", provider.targetKind()).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(20);
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.vidiexport.spi.Flaw#all")
  void failsASinkThat(Flaw flaw) {
    Events tests = run(flaw.provider(), select(flaw.fact()));

    assertThat(tests.failed().count()).as("failures of %s", flaw.fact()).isPositive();
  }

  @Test
  void hasNoFactThatNoSinkFails() {
    Set<String> facts = facts().stream().map(Method::getName).collect(Collectors.toSet());

    assertThat(Flaw.all().map(Flaw::fact)).containsAll(facts);
  }

  private static Events run(SinkProvider provider, DiscoverySelector selector) {
    underTest = provider;
    return EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents();
  }

  private static DiscoverySelector select(String fact) {
    return facts().stream()
        .filter(method -> method.getName().equals(fact))
        .map(method -> selectMethod(PlainSinkFacts.class, method))
        .findFirst()
        .orElseThrow();
  }

  private static List<Method> facts() {
    List<Method> facts = new ArrayList<>();
    facts.addAll(
        AnnotationSupport.findAnnotatedMethods(
            SinkContract.class, Test.class, HierarchyTraversalMode.TOP_DOWN));
    facts.addAll(
        AnnotationSupport.findAnnotatedMethods(
            SinkContract.class, ParameterizedTest.class, HierarchyTraversalMode.TOP_DOWN));
    return facts;
  }

  /** The kit as an author extends it. */
  static class PlainSinkFacts extends SinkContract {
    @Override
    protected SinkProvider provider() {
      return underTest;
    }

    @Override
    protected ReadTable readBack(Path output, Schema schema) throws Exception {
      return PlainTable.decode(
          underTest.targetKind() == TargetKind.EXTERNAL
              ? PlainSink.STORE.get(externalName(output))
              : Files.readAllBytes(output));
    }

    @Override
    protected boolean isAbsent(Path output) {
      return underTest.targetKind() == TargetKind.EXTERNAL
          ? !PlainSink.STORE.containsKey(externalName(output))
          : Files.notExists(output);
    }
  }

  /** A correct provider of kind BYTES. */
  public static final class CorrectBytes extends PlainProvider {
    public CorrectBytes() {
      super(TargetKind.BYTES, PlainSink::new);
    }
  }

  /** A correct provider of kind FILE. */
  public static final class CorrectFile extends PlainProvider {
    public CorrectFile() {
      super(TargetKind.FILE, PlainSink::new);
    }
  }

  /** A correct provider of kind EXTERNAL. */
  public static final class CorrectExternal extends PlainProvider {
    public CorrectExternal() {
      super(TargetKind.EXTERNAL, PlainSink::new);
    }
  }
}
