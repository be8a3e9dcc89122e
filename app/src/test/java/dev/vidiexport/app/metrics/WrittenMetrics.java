package dev.vidiexport.app.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of metrics, read by rules of its own.
 *
 * @param values by the whole sample, as it is written
 */
public record WrittenMetrics(Map<String, Double> values) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_]+)\\{((?:[a-z]+=\"(?:[^\"\\\\]|\\\\.)*\",?)+)\\} ([0-9.E-]+)");

  private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Reads a file, in which every line must be a sample or a comment. */
  public static WrittenMetrics read(Path file) throws IOException {
    Map<String, Double> values = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("# HELP ") && !line.startsWith("# TYPE ")) {
        MatchResult sample =
            SAMPLE.matcher(line).results().findFirst().orElseThrow(() -> new IOException(line));
        if (values.put(line.substring(0, sample.start(3) - 1), Double.valueOf(sample.group(3)))
            != null) {
          throw new IOException("twice: " + line);
        }
      }
    }
    return new WrittenMetrics(values);
  }

  /** The value of a metric with these labels, as they are written. */
  public double value(String metric, String labels) {
    Double value = values.get(metric + "{" + labels + "}");
    if (value == null) {
      throw new AssertionError("no %s{%s} in %s".formatted(metric, labels, values));
    }
    return value;
  }

  /** Whether there is a value of a metric. */
  public boolean has(String metric) {
    return values.keySet().stream().anyMatch(sample -> sample.startsWith(metric + "{"));
  }

  /** The names of all metrics. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    values.keySet().forEach(sample -> names.add(sample.substring(0, sample.indexOf('{'))));
    return names;
  }

  /** The names of the labels that a metric has. */
  public Set<String> labels(String metric) {
    Set<String> labels = new TreeSet<>();
    for (String sample : values.keySet()) {
      if (sample.startsWith(metric + "{")) {
        LABEL.matcher(sample).results().forEach(found -> labels.add(found.group(1)));
      }
    }
    return labels;
  }

  /** All values that a label has anywhere. */
  public List<String> valuesOf(String label) {
    return values.keySet().stream()
        .flatMap(sample -> LABEL.matcher(sample).results())
        .filter(found -> found.group(1).equals(label))
        .map(found -> found.group(2))
        .distinct()
        .toList();
  }
}
