package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that a sink gets wrong.
 *
 * @param fact the kit's fact that must not hold
 * @param wrong what the sink does, for the name of the test
 * @param said a part of what the kit says about it
 * @param provider opens such sinks
 */
record SinkFlaw(String fact, String wrong, String said, SinkProvider provider) {
  @Override
  public String toString() {
    return wrong;
  }

  static Stream<SinkFlaw> all() {
    return Stream.of(
            ProviderFlaws.all(),
            ValueFlaws.all(),
            TableFlaws.all(),
            LifecycleFlaws.all(),
            FailureFlaws.all(),
            MemoryFlaws.all())
        .flatMap(Function.identity());
  }

  /** A flaw of sinks of kind BYTES. */
  static SinkFlaw bytes(String fact, String wrong, String said, Opening sinks) {
    return new SinkFlaw(fact, wrong, said, new PlainProvider(TargetKind.BYTES, sinks));
  }
}
