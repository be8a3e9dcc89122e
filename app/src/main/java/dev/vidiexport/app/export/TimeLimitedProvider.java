package dev.vidiexport.app.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;

/**
 * A provider whose checks may hang: nobody waits for them longer than the run may last.
 *
 * @param provider does the work
 * @param limit ends the wait
 */
public record TimeLimitedProvider(SinkProvider provider, TimeLimitedCheck limit)
    implements ForwardingProvider {
  /**
   * A provider that nobody waits for too long. What ships with this program and writes files does
   * not hang, and stays as it is.
   *
   * @param builtIn whether it ships with this program
   */
  public static SinkProvider unlessBuiltIn(
      boolean builtIn, SinkProvider provider, TimeLimitedCheck limit) {
    return builtIn && provider.targetKind() != TargetKind.EXTERNAL
        ? provider
        : new TimeLimitedProvider(provider, limit);
  }

  /**
   * Checks as the provider does.
   *
   * @throws ExportException {@code TIME_OVER} or {@code CANCELLED}, when the run must end before
   *     the answer has come
   */
  @Override
  public void check(SinkCheck check) throws IOException {
    limit.call(
        () -> {
          provider.check(check);
          return check;
        });
  }
}
