package dev.vidiexport.app.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes metrics as Prometheus reads them. Nothing else knows the library that does so. */
final class PrometheusText {
  private PrometheusText() {}

  /** The text format of Prometheus, version 0.0.4, UTF-8, in the order of the names. */
  static byte[] of(List<MetricFamily> families) {
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    families.forEach(family -> snapshots.metricSnapshot(snapshot(family)));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder()
          .setIncludeCreatedTimestamps(false)
          .build()
          .write(text, snapshots.build());
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return text.toByteArray();
  }

  private static GaugeSnapshot snapshot(MetricFamily family) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(family.name()).help(family.help());
    for (MetricFamily.Sample sample : family.samples()) {
      gauge.dataPoint(
          GaugeSnapshot.GaugeDataPointSnapshot.builder()
              .labels(labels(sample.labels()))
              .value(sample.value())
              .build());
    }
    return gauge.build();
  }

  private static Labels labels(Map<String, String> labels) {
    Labels.Builder all = Labels.builder();
    labels.forEach(all::label);
    return all.build();
  }
}
