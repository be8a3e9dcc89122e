package dev.vidiexport.spi.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.contract.ContractRun;
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
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

        underTest = provider;
        ContractRun run = ContractRun.ofAll(PlainSinkFacts.class);

        assertThat(run.complaints()).as("%s", provider.targetKind()).isEmpty();
        assertThat(run.held()).isGreaterThan(20);
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.vidiexport.spi.flaws.SinkFlaw#all")
  void failsASinkThat(SinkFlaw flaw) {
    underTest = flaw.provider();

    ContractRun run = ContractRun.ofOne(PlainSinkFacts.class, flaw.fact());

    assertThat(run.complaints()).as("what %s says", flaw.fact()).contains(flaw.said());
  }

  @Test
  void tellsTheAuthorWhoForgetsHowToReadAnOutput() {
    underTest = new CorrectBytes();

    ContractRun run = ContractRun.ofOne(ReadingNothing.class, "writesAValidOutputWithoutRows");

    assertThat(run.complaints())
        .contains(
            "Override readBack(Path), or readBack(Path, Schema), so that the kit can read what was"
                + " written");
  }

  @Test
  void hasNoFactThatNoSinkFails() {
    assertThat(SinkFlaw.all().map(SinkFlaw::fact))
        .containsAll(ContractRun.facts(SinkContract.class).stream().map(Method::getName).toList());
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

    @Override
    public boolean takesNonFinite() {
      return false;
    }
  }

  /** A correct provider of kind EXTERNAL. */
  public static final class CorrectExternal extends PlainProvider {
    public CorrectExternal() {
      super(TargetKind.EXTERNAL, PlainSink::new);
    }
  }
}
