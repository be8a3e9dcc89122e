package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Place;
import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import dev.vidiexport.http.sandbox.chance.Chance;
import dev.vidiexport.http.sandbox.chance.Shuffled;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes the rows of exports up. Thread-safe. */
final class RowSource {
  private final Places places;
  private final Traffic traffic;
  private final long order;
  private final boolean limited;
  private final RowFlaws flaws;

  /**
   * The rows of the places of a topology.
   *
   * @param order what the disorder of rows comes from
   */
  RowSource(SandboxTopology topology, long seed, long order, boolean limited, RowFlaws flaws) {
    this.places = new Places(topology);
    this.traffic = new Traffic(seed);
    this.order = order;
    this.limited = limited;
    this.flaws = flaws;
  }

  Iterable<String> rows(Question question) {
    List<Place> ofQuestion = places.of(question);
    return () -> new Rows(question, scenes(question, ofQuestion));
  }

  /** Whether there are more rows than so many; they are counted no further, and not written. */
  boolean hasMoreThan(long rows, Question question) {
    long left = rows;
    for (Iterator<Scene> scenes = scenes(question, places.of(question)); scenes.hasNext(); ) {
      scenes.next();
      if (left-- == 0) {
        return true;
      }
    }
    return false;
  }

  private Iterator<Scene> scenes(Question question, List<Place> ofQuestion) {
    if (ofQuestion.isEmpty()) {
      // Otherwise an endless number of periods could be gone through for nothing.
      return Collections.emptyIterator();
    }
    Iterator<Scene> ordered =
        question.resolution().isAggregated()
            ? new AggregatedScenes(question, ofQuestion, traffic).iterator()
            : new FinestScenes(question, ofQuestion, traffic).iterator();
    return new Shuffled<>(ordered, Chance.mix(order, question.fingerprint()));
  }

  private final class Rows implements Iterator<String> {
    private final Iterator<Scene> scenes;
    private final RowWriter writer;
    private final long limit;
    private final StringBuilder json = new StringBuilder(512);
    private long served;

    Rows(Question question, Iterator<Scene> scenes) {
      this.scenes = scenes;
      this.writer = new RowWriter(question, flaws);
      this.limit = limited ? question.rowLimit() : Long.MAX_VALUE;
    }

    @Override
    public boolean hasNext() {
      return served < limit && scenes.hasNext();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      served++;
      json.setLength(0);
      writer.append(scenes.next(), served, json);
      return json.toString();
    }
  }
}
