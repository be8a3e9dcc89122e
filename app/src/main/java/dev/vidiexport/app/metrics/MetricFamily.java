package dev.vidiexport.app.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric, and its values. All are gauges: they tell of one run, and do not go on from the run
 * before. Immutable.
 */
record MetricFamily(String name, String help, List<Sample> samples) {
  /** One value, and what it is told apart by. */
  record Sample(Map<String, String> labels, double value) {
    Sample {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  MetricFamily {
    requireNonNull(name, "name must not be null");
    requireNonNull(help, "help must not be null");
    samples = List.copyOf(samples);
  }

  /** One without values, which are to follow. */
  MetricFamily(String name, String help) {
    this(name, help, List.of());
  }

  /** The same with one more value. */
  MetricFamily with(Map<String, String> labels, double value) {
    List<Sample> more = new ArrayList<>(samples);
    more.add(new Sample(labels, value));
    return new MetricFamily(name, help, more);
  }
}
