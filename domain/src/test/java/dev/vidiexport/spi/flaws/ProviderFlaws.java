package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.TargetKind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What providers get wrong. */
final class ProviderFlaws {
  private ProviderFlaws() {}

  static Stream<SinkFlaw> all() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        SinkFlaw.bytes(
            "isAPublicClassWithAPublicConstructorWithoutArguments",
            "is not public",
            " is public",
            PlainSink::new),
        SinkFlaw.bytes(
            "isFoundByTheServiceLoader",
            "is not in the services file",
            "named in META-INF/services/dev.vidiexport.spi.SinkProvider",
            PlainSink::new),
        new SinkFlaw(
            "wasCompiledAgainstTheseInterfaces",
            "is of an older version",
            "expected: 1",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public int spiVersion() {
                return SPI_VERSION - 1;
              }
            }),
        new SinkFlaw(
            "namesItsFormatInLowerCase",
            "names its format in upper case",
            "\"PLAIN\"",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public String format() {
                return "PLAIN";
              }
            }),
        new SinkFlaw(
            "namesItsExtensionsInLowerCaseWithoutTheFirstDot",
            "has a dot before its extension",
            "\".plain\"",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public Set<String> fileExtensions() {
                return Set.of(".plain");
              }
            }),
        new SinkFlaw(
            "explainsEveryOptionOnce",
            "does not explain an option",
            "Expecting not blank",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public List<SinkOption> options() {
                return List.of(SinkOption.of("words", new OptionKind.Text(), "", " "));
              }
            }),
        new SinkFlaw(
            "givesTheSameAnswersEachTime",
            "changes its name",
            "plain1",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public String format() {
                return "plain" + calls.incrementAndGet();
              }
            }),
        SinkFlaw.bytes(
            "writesWithEveryWordThatItsOptionsTake",
            "offers a word that it does not know",
            "two",
            context -> {
              if (context.options().text("words").equals("two")) {
                throw new UnsupportedOperationException("two");
              }
              return new PlainSink(context);
            }));
  }
}
