package dev.vidiexport.http.sandbox.data;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * All elements of many iterators, one iterator at a time. (The iterator of a flattened stream holds
 * all elements of one inner stream, which here can be millions.)
 */
final class Flattened<A, B> implements Iterator<B> {
  private final Iterator<A> outer;
  private final Function<A, Iterator<B>> inside;
  private Iterator<B> inner = Collections.emptyIterator();

  Flattened(Iterator<A> outer, Function<A, Iterator<B>> inside) {
    this.outer = outer;
    this.inside = inside;
  }

  @Override
  public boolean hasNext() {
    while (!inner.hasNext() && outer.hasNext()) {
      inner = inside.apply(outer.next());
    }
    return inner.hasNext();
  }

  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return inner.next();
  }
}
