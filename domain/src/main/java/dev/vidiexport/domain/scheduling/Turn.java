package dev.vidiexport.domain.scheduling;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.CallKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be done next. Immutable.
 *
 * @param <K> what tells exports apart
 */
public sealed interface Turn<K> {
  /**
   * Asks for another export, for the first time, if there is room for the call.
   *
   * @param <K> what tells exports apart
   */
  record Begin<K>() implements Turn<K> {}

  /**
   * Makes a call for an export that has been begun, if there is room for it.
   *
   * @param export which one
   * @param kind what the call is to bring
   * @param spareCalls how many calls more there must be room for: other exports may need them first
   * @param <K> what tells exports apart
   */
  record Call<K>(K export, CallKind kind, int spareCalls) implements Turn<K> {
    public Call {
      requireNonNull(export, "export must not be null");
      requireNonNull(kind, "kind must not be null");
    }
  }

  /**
   * Waits until something has happened, or a time has come.
   *
   * @param until the time; empty when only something that happens changes anything
   * @param <K> what tells exports apart
   */
  record Wait<K>(Optional<Duration> until) implements Turn<K> {
    public Wait {
      requireNonNull(until, "until must not be null");
    }
  }
}
