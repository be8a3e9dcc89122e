package dev.vidiexport.app.plugins;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTrial;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sink was made for yesterday still holds. */
class FrozenInterfacesTest {
  private static final SampleTable EVERY_TYPE =
      SampleTable.of(
              new Column("a", ColumnType.WHOLE),
              new Column("b", ColumnType.DECIMAL),
              new Column("c", ColumnType.BOOLEAN),
              new Column("d", ColumnType.TIMESTAMP),
              new Column("e", ColumnType.TEXT),
              new Column("f", ColumnType.TEXT),
              new Column("g", ColumnType.NESTED))
          .withRow(
              number("-1056"),
              number("0.5"),
              truth(true),
              text("2016-04-29 10:00:00.000001"),
              text("caf\u00E9"),
              number("1.50"),
              nested("{\"a\":[1]}"))
          .withRow(nothing(), nothing(), nothing(), nothing(), nothing(), nothing(), nothing());

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void install() throws Exception {
    jar = FrozenPlugin.copyInto(folder);
  }

  @Test
  void loadAJarThatWasCompiledAgainstThem() {
    SinkRegistry registry = SinkLoader.load(Optional.of(folder));

    assertThat(registry.skipped()).isEmpty();
    assertThat(registry.find("ledger"))
        .hasValueSatisfying(
            sink -> {
              assertThat(sink.version()).isEqualTo("1.0");
              assertThat(sink.jar()).isEqualTo(jar.toString());
              assertThat(sink.extensions()).containsExactly("ledger", "ledger.txt");
              assertThat(sink.provider().options())
                  .extracting(option -> option.kind().label())
                  .containsExactly("show|hide", "true|false", "number", "character|tab", "text");
            });
  }

  @Test
  void giveADecimalThatIsFiniteToASinkThatKnowsOfNoOther() {
    assertThat(ledger().takesNonFinite()).isFalse();
  }

  @Test
  void keepEveryMethodThatASinkMayCall() throws Exception {
    SinkProvider ledger = ledger();
    Map<String, String> options =
        Map.of("title", "Every type", "separator", ";", "indent", "1", "names", "show");

    ledger.check(new SinkCheck(SinkOptions.of(ledger, options), Optional.empty()));
    byte[] written = SinkTrial.of(ledger, options).bytes(EVERY_TYPE, Optional.of("ledger"));

    assertThat(new String(written, UTF_8))
        .isEqualTo(
            """
            Every type .ledger
             a:whole=-1056;b:decimal=0.5;c:boolean=true;\
            d:timestamp=2016-04-29T10:00:00.000001/1461924000000001;\
            e:text=quoted caf\u00E9;f:text=bare 1.50;g:nested={"a":[1]}
             a:whole=nothing;b:decimal=nothing;c:boolean=nothing;d:timestamp=nothing;\
            e:text=nothing;f:text=nothing;g:nested=nothing
            locations=1056
            data_type=viewers
            2 rows of 2016-08-25T15:22:35 by version known
            """);
  }

  @Test
  void takeTheSourceOfThatJarWithoutAWarning() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments =
        Stream.concat(
                Stream.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none"),
                Stream.concat(
                    Stream.of(
                        "-classpath",
                        Path.of(
                                SinkProvider.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .toString(),
                        "-d",
                        folder.toString()),
                    FrozenPlugin.sources().stream().map(Path::toString)))
            .toArray(String[]::new);

    int exitCode = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments);

    assertThat(exitCode).as("exit code of the compiler, which said: %s", said).isZero();
  }

  private SinkProvider ledger() {
    return SinkLoader.load(Optional.of(folder)).find("ledger").orElseThrow().provider();
  }
}
