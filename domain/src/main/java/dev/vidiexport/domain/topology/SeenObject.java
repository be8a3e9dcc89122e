package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How something was when it was seen, because VidiCenter tells only how it is now. Immutable.
 *
 * @param seenAt when it was first seen like this, to the second
 * @param id the id of the object; of a tagging that of the location or site that has the tags
 * @param label its name for people, as VidiCenter wrote it; a tagging has none
 * @param parent the id of what it belongs to: the site of a location, the network of a site or a
 *     tag; a network and a tagging have none
 * @param tags the labels of a tagging's tags, each once, in the order of their UTF-16 code units;
 *     none of all else
 */
public record SeenObject(
    Instant seenAt,
    SeenKind kind,
    Id id,
    Optional<String> label,
    Optional<Id> parent,
    List<String> tags) {
  public SeenObject {
    requireNonNull(seenAt, "seenAt must not be null");
    requireNonNull(kind, "kind must not be null");
    requireNonNull(id, "id must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(parent, "parent must not be null");
    tags = List.copyOf(tags);
  }
}
