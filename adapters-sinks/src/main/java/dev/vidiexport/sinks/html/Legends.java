package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.GroupFigures;
import java.util.ArrayList;
import java.util.List;

/** What the colours and patterns of charts mean. */
final class Legends {
  private final PageWords words;

  Legends(PageWords words) {
    this.words = words;
  }

  LegendEntry notMeasured() {
    return new LegendEntry(LegendEntry.NOT_MEASURED, words.text("legend.not-measured"));
  }

  LegendEntry weekend() {
    return new LegendEntry("weekend", words.text("legend.weekend"));
  }

  /** What the accent marks, which is what the heading says. */
  LegendEntry accent(String key) {
    return new LegendEntry("accent", words.text(key));
  }

  List<LegendEntry> genders() {
    List<LegendEntry> entries = new ArrayList<>();
    for (int gender : new int[] {1, 2, 0}) {
      entries.add(new LegendEntry("gender-" + gender, words.text("gender." + gender)));
    }
    return entries;
  }

  List<LegendEntry> ages() {
    List<LegendEntry> entries = new ArrayList<>();
    for (int age = 1; age < GroupFigures.AGES; age++) {
      entries.add(age(age));
    }
    entries.add(age(0));
    return entries;
  }

  private LegendEntry age(int age) {
    return new LegendEntry("age-" + age, words.text("age." + age));
  }

  /** Attention lies within dwell. */
  List<LegendEntry> times() {
    return List.of(
        new LegendEntry("attention", words.text("legend.attention")),
        new LegendEntry("dwell", words.text("legend.dwell")));
  }
}
