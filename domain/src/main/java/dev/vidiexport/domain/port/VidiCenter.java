package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The data export of VidiCenter. Its protocol is one question asked again and again: the first
 * request starts the export, the same request later brings its rows (VidiCenter data export,
 * Asynchronous usage).
 *
 * <p>{@link #ask} is called from one thread at a time, {@link #cancel} from any.
 */
public interface VidiCenter {
  /**
   * Sends the request once and reads the answer to its end. Nothing is sent a second time behind
   * the caller's back: a call that fails is one trouble.
   *
   * <p>Where room for the call was reserved, it is made at once; otherwise this method waits for
   * it.
   *
   * @param request what to ask for
   * @param kind what the call is to bring; a {@code FETCH} takes no room among the exports that are
   *     being built
   * @param rebuild whether VidiCenter is told to rebuild the export; the caller makes sure that
   *     this happens once at most
   * @param timeLeft how long the whole call may take, the body and the wait for the limits of the
   *     service included; positive
   * @param rows takes the rows while the body is read; nothing may be concluded from them before
   *     this method has returned {@link Answer.Finished}
   * @return the answer, whose body was read to its end and was whole; {@link Answer.Ready} only for
   *     a call for the state alone, which may bring {@link Answer.Finished} as well, with the rows
   * @throws TroubleException when the call brought no whole answer, and may be made again
   * @throws ExportException when asking again would not help: the credentials or the request were
   *     refused, the answer is not the protocol's, a certificate is not valid ({@code UNREACHABLE})
   *     or the address not allowed ({@code INVALID_REQUEST}), after both of which nothing has left,
   *     or {@link #cancel} was called ({@code CANCELLED}); and whatever {@code rows} throws, as it
   *     is
   */
  Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException;

  /**
   * Takes what the next call needs of the limits, if there is room for it now. It never waits. What
   * was taken is used up by the next {@link #ask}, which must follow soon, or is given up by {@link
   * #rest} and {@link #end}. From the thread that asks.
   *
   * @param kind what the call is to bring
   * @param spareCalls how many calls more there must be room for, so that they are left to others;
   *     not negative
   * @return empty when the room was taken; otherwise what is short, and nothing is held that was
   *     not held before, but for room for an export
   */
  Optional<LimitReached> reserve(CallKind kind, int spareCalls);

  /**
   * No call follows for a while: what was kept for the next call, such as a connection, is given
   * up, so that other runs of the user can have it. From the thread that asks.
   */
  default void rest() {}

  /**
   * No call follows any more, and nobody waits for the export: all that was kept is given up, and
   * the export no longer counts as one being built for this user. From the thread that asks; may be
   * called more than once.
   */
  default void end() {}

  /**
   * Ends the call under way, if there is one, within 2 seconds, also in the middle of a body, and
   * every later one at once. From any thread; may be called more than once.
   */
  void cancel();
}
