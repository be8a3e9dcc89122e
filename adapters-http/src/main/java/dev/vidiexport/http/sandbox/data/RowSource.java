package dev.vidiexport.http.sandbox.data;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes the rows of exports up. Thread-safe. */
final class RowSource {
  private final Places places;
  private final Traffic traffic;
  private final long seed;
  private final boolean limited;
  private final RowFlaws flaws;

  RowSource(SandboxTopology topology, long seed, boolean limited, RowFlaws flaws) {
    this.places = new Places(topology);
    this.traffic = new Traffic(seed);
    this.seed = seed;
    this.limited = limited;
    this.flaws = flaws;
  }

  Iterable<String> rows(Question question) {
    List<Place> ofQuestion = places.of(question);
    return () -> new Rows(question, scenes(question, ofQuestion));
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
    return new Shuffled<>(ordered, Chance.mix(seed, question.fingerprint()));
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
