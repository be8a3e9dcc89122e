package dev.vidiexport.http.sandbox.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** The same elements in disorder, as far as a window reaches; always in the same disorder. */
final class Shuffled<T> implements Iterator<T> {
  private static final int WINDOW = 512;

  private final Iterator<T> ordered;
  private final SplittableRandom random;
  private final List<T> window = new ArrayList<>(WINDOW);

  Shuffled(Iterator<T> ordered, long seed) {
    this.ordered = ordered;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return !window.isEmpty() || ordered.hasNext();
  }

  @Override
  public T next() {
    while (window.size() < WINDOW && ordered.hasNext()) {
      window.add(ordered.next());
    }
    if (window.isEmpty()) {
      throw new NoSuchElementException();
    }
    int chosen = random.nextInt(window.size());
    T element = window.get(chosen);
    T last = window.remove(window.size() - 1);
    if (chosen < window.size()) {
      window.set(chosen, last);
    }
    return element;
  }
}
