package dev.vidiexport.spi.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.vidiexport.domain.property.EveryCase;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Guards the kit: it passes what is right, and every one of its facts can fail. */
class SinkContractTest {
  private static SinkProvider underTest = new CorrectBytes();

  @RegisterExtension private final EveryCase cases = new EveryCase();

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
  @MethodSource("dev.vidiexport.spi.flaws.Flaw#all")
  void failsASinkThat(Flaw flaw) {
    Events tests = run(flaw.provider(), select(flaw.fact()));

    assertThat(messages(tests)).as("what %s says", flaw.fact()).contains(flaw.said());
  }

  @Test
  void tellsTheAuthorWhoForgetsHowToReadAnOutput() {
    Events tests =
        run(
            new CorrectBytes(),
            selectMethod(ReadingNothing.class, method("writesAValidOutputWithoutRows")));

    assertThat(messages(tests))
        .contains(
            "Override readBack(Path), or readBack(Path, Schema), so that the kit can read what was"
                + " written");
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

  /** What the failed tests say, and the causes of it. */
  private static String messages(Events tests) {
    return tests.failed().stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .flatMap(thrown -> Stream.iterate(thrown, cause -> cause != null, Throwable::getCause))
        .map(Throwable::toString)
        .collect(Collectors.joining("\n"));
  }

  private static DiscoverySelector select(String fact) {
    return selectMethod(PlainSinkFacts.class, method(fact));
  }

  private static Method method(String fact) {
    return facts().stream()
        .filter(method -> method.getName().equals(fact))
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
      try (InputStream bytes = bytes(output)) {
        return PlainTable.decode(bytes);
      }
    }

    private InputStream bytes(Path output) throws IOException {
      return underTest.targetKind() == TargetKind.EXTERNAL
          ? new ByteArrayInputStream(PlainSink.STORE.get(externalName(output)))
          : new BufferedInputStream(Files.newInputStream(output));
    }

    @Override
    protected boolean isAbsent(Path output) {
      return underTest.targetKind() == TargetKind.EXTERNAL
          ? !PlainSink.STORE.containsKey(externalName(output))
          : Files.notExists(output);
    }

    @Override
    protected Optional<String> nameOutOfReach() {
      return underTest instanceof CorrectExternal ? Optional.empty() : super.nameOutOfReach();
    }

    @Override
    protected boolean keepsRowsInThisProcess() {
      return underTest.targetKind() == TargetKind.EXTERNAL;
    }
  }

  /** The kit as an author extends it who forgets how to read an output back. */
  static class ReadingNothing extends SinkContract {
    @Override
    protected SinkProvider provider() {
      return underTest;
    }
  }

  /** A correct provider of kind BYTES. */
  public static final class CorrectBytes extends PlainProvider {
    public CorrectBytes() {
      super(TargetKind.BYTES, SteadySink::new);
    }
  }

  /** A correct provider of kind FILE. */
  public static final class CorrectFile extends PlainProvider {
    public CorrectFile() {
      super(TargetKind.FILE, SteadySink::new);
    }
  }

  /** A correct provider of kind EXTERNAL. */
  public static final class CorrectExternal extends PlainProvider {
    public CorrectExternal() {
      super(TargetKind.EXTERNAL, PlainSink::new);
    }
  }
}
