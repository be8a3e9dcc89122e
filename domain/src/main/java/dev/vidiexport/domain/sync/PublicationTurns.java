package dev.vidiexport.domain.sync;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Has one slice at a time published or removed, of all exports of a run: another thread that
 * publishes could remove the folder of the window as an empty one. Whoever only notes something in
 * the ledger does not wait for that, which may take long in a database. Thread-safe.
 */
final class PublicationTurns {
  private final ReentrantLock lock = new ReentrantLock();

  /** What is done in a turn. */
  interface Turn<T, E extends Exception> {
    T take() throws E;
  }

  /** Does something once nobody else has a turn, and lets nobody else have one meanwhile. */
  <T, E extends Exception> T take(Turn<T, E> turn) throws E {
    lock.lock();
    try {
      return turn.take();
    } finally {
      lock.unlock();
    }
  }
}
