package dev.vidiexport.domain.port;

import dev.vidiexport.domain.polling.ServiceLimits;

/**
 * What all runs of one command share at VidiCenter: the way there, the credentials, and the limits
 * of the user. It is opened once, and closed by whoever opened it, after all runs have ended.
 *
 * <p>Each run takes a port of its own, which it uses on one thread at a time and can cancel without
 * touching the others; several runs may go on at the same time, each on a thread of its own.
 * Thread-safe.
 */
public interface VidiCenterSession extends AutoCloseable {
  /** The limits that all runs keep together. */
  ServiceLimits limits();

  /**
   * The data export, for one run.
   *
   * @param pacer the time of the run, by which its calls wait for room in the limits
   * @param listener is told of the calls of this run
   */
  VidiCenter vidiCenter(Pacer pacer, CallListener listener);

  /**
   * The account behind the credentials.
   *
   * @param pacer the time of whoever asks, as for {@link #vidiCenter}
   * @param listener is told of the calls
   */
  Account account(Pacer pacer, CallListener listener);

  /**
   * The way to the service, watched.
   *
   * @param pacer the time of whoever asks, as for {@link #vidiCenter}
   * @param listener is told of the calls
   */
  ConnectionTrial connectionTrial(Pacer pacer, CallListener listener);

  /**
   * What there is to ask for.
   *
   * @param pacer the time of whoever asks, as for {@link #vidiCenter}
   * @param listener is told of the calls
   */
  Directory directory(Pacer pacer, CallListener listener);

  /** A text without the secrets of this session, however they are written in it. */
  String withoutSecrets(String text);

  /**
   * Closes what is open, and gives up all that was taken of the limits. Runs that still go on are
   * not ended by it, and must not make calls any more. Never fails; may be called more than once.
   */
  @Override
  void close();
}
