package dev.vidiexport.domain.topology;

import java.util.Optional;

/** What VidiCenter lists: something with an id, and mostly with a label. */
public sealed interface TopologyObject permits Network, Site, Location, Tag {
  /** Its id, by which an export asks for it. */
  Id id();

  /** Its name for people, as VidiCenter wrote it, control characters included. */
  Optional<String> label();

  /** All of it, as JSON on one line: every member, and every number as VidiCenter wrote it. */
  String json();
}
