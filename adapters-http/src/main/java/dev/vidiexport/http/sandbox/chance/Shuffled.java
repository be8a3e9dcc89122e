package dev.vidiexport.http.sandbox.chance;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** The same elements in disorder, as far as a buffer reaches; always in the same disorder. */
public final class Shuffled<T> implements Iterator<T> {
  private static final int BUFFER_SIZE = 512;

  private final Iterator<T> ordered;
  private final SplittableRandom random;
  private final List<T> buffer = new ArrayList<>(BUFFER_SIZE);

  public Shuffled(Iterator<T> ordered, long seed) {
    this.ordered = ordered;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return !buffer.isEmpty() || ordered.hasNext();
  }

  @Override
  public T next() {
    while (buffer.size() < BUFFER_SIZE && ordered.hasNext()) {
      buffer.add(ordered.next());
    }
    if (buffer.isEmpty()) {
      throw new NoSuchElementException();
    }
    int chosen = random.nextInt(buffer.size());
    T element = buffer.get(chosen);
    T last = buffer.remove(buffer.size() - 1);
    if (chosen < buffer.size()) {
      buffer.set(chosen, last);
    }
    return element;
  }
}
