package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Tag;
import java.util.Optional;

/** Tags, by their labels. */
final class SampleTags {
  private SampleTags() {}

  static Tag tag(String label) {
    return new Tag(
        new Id(String.valueOf(label.length())), Optional.empty(), Optional.of(label), "{}");
  }
}
