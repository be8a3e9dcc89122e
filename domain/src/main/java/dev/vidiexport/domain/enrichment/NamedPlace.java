package dev.vidiexport.domain.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.topology.Id;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a place that rows may name. Immutable. */
final class NamedPlace {
  private static final String BETWEEN_TAGS = "; ";

  private final Map<AddedValue, byte[]> texts = new EnumMap<>(AddedValue.class);
  private final Map<AddedValue, Long> numbers = new EnumMap<>(AddedValue.class);
  private final Optional<ZoneId> zone;

  NamedPlace(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  NamedPlace withText(AddedValue value, Optional<String> text) {
    text.ifPresent(known -> texts.put(value, known.getBytes(UTF_8)));
    return this;
  }

  /** Labels are sorted by their code points; a place without tags has no text. */
  NamedPlace withTags(AddedValue value, List<String> labels) {
    return labels.isEmpty()
        ? this
        : withText(
            value,
            Optional.of(
                String.join(
                    BETWEEN_TAGS,
                    labels.stream().distinct().sorted(CodePointOrder.FIRST_TO_LAST).toList())));
  }

  /** An id beyond 64 bits is not known. */
  NamedPlace withId(AddedValue value, Optional<Id> id) {
    OptionalLong number = id.map(Id::number).orElse(OptionalLong.empty());
    number.ifPresent(known -> numbers.put(value, known));
    return this;
  }

  /** A text of it as UTF-8; empty where it is not known. */
  Optional<byte[]> text(AddedValue value) {
    return Optional.ofNullable(texts.get(value));
  }

  /** A number of it; empty where it is not known. */
  Optional<Long> number(AddedValue value) {
    return Optional.ofNullable(numbers.get(value));
  }

  /** The time zone that it is in. */
  Optional<ZoneId> zone() {
    return zone;
  }
}
