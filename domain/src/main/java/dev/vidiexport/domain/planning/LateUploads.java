package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a location has uploaded since a slice was asked for, and may so have brought more
 * of its window. For one thread.
 *
 * <p>Which locations have a tag or are in a group the topology does not tell, so any of them may be
 * one of such a slice.
 */
final class LateUploads {
  /** Windows mostly have the same few slices; more sets of sources than this are looked up anew. */
  private static final int MOST_SETS_KEPT = 64;

  /** How far a time without a zone may be from what it is read as. */
  private static final long ZONES = Duration.ofHours(14).toSeconds();

  /** A location has no cell in a window that ended longer than this before it was created. */
  private static final long CREATED_LATER = Duration.ofDays(1).toSeconds();

  private final SourceKind kind;
  private final List<Uploading> all;
  private final Map<Long, List<Uploading>> bySource;

  private final Map<SourceSet, List<Uploading>> bySources = new HashMap<>();

  private LateUploads(SourceKind kind, List<Uploading> all, Map<Long, List<Uploading>> bySource) {
    this.kind = kind;
    this.all = all;
    this.bySource = bySource;
  }

  /**
   * A location that has uploaded.
   *
   * @param known what was known of its uploads before
   * @param upload when it did so last, as {@link UploadSeconds}
   * @param created since when it is there, in the same way; {@link UploadSeconds#NONE} where that
   *     is not known
   */
  private record Uploading(SeenTimes known, long upload, long created) {}

  /**
   * What the topology says of the sources of an export.
   *
   * @param timeline what was known before
   */
  static LateUploads of(SourceKind kind, Optional<Topology> topology, UploadTimeline timeline) {
    List<Uploading> all = new ArrayList<>();
    Map<Long, List<Uploading>> bySource = new HashMap<>();
    for (Location location : topology.map(Topology::locations).orElse(List.of())) {
      long id = AskableId.of(location.id());
      Uploading uploading =
          new Uploading(
              timeline.of(id),
              UploadSeconds.of(location.lastUpload()),
              UploadSeconds.of(location.creationDate()));
      if (id != AskableId.NONE && uploading.upload() != UploadSeconds.NONE) {
        all.add(uploading);
        sourceOf(kind, location)
            .ifPresent(
                source ->
                    bySource.computeIfAbsent(source, key -> new ArrayList<>(1)).add(uploading));
      }
    }
    return new LateUploads(kind, all, bySource);
  }

  private static Optional<Long> sourceOf(SourceKind kind, Location location) {
    return switch (kind) {
      case LOCATIONS -> Optional.of(AskableId.of(location.id()));
      case SITES -> location.siteId().map(AskableId::of);
      case LOCATION_TAGS, SITE_TAGS, LOCATION_GROUPS, SITE_GROUPS -> Optional.empty();
    };
  }

  /**
   * Whether one of the locations of a slice has uploaded since it was asked for, and what it
   * brought may belong to the window.
   *
   * @param windowEnd when the window was over
   * @param askedAt when the request was sent whose answer is there
   */
  boolean haveCome(SourceSet sources, TimeWindow window, Instant windowEnd, Instant askedAt) {
    Question question =
        new Question(
            UploadSeconds.of(window.firstSecond()) - ZONES,
            windowEnd.getEpochSecond() + ZONES,
            UploadSeconds.of(window.firstSecondAfter()) + CREATED_LATER,
            askedAt);
    boolean areKnown = kind == SourceKind.LOCATIONS || kind == SourceKind.SITES;
    return hasCome(areKnown ? locations(sources) : all, question);
  }

  private List<Uploading> locations(SourceSet sources) {
    if (sources.size() == 1) {
      return bySource.getOrDefault(sources.id(0), List.of());
    }
    if (bySources.size() == MOST_SETS_KEPT && !bySources.containsKey(sources)) {
      bySources.clear();
    }
    return bySources.computeIfAbsent(sources, this::findLocations);
  }

  private List<Uploading> findLocations(SourceSet sources) {
    List<Uploading> locations = new ArrayList<>(sources.size());
    for (int index = 0; index < sources.size(); index++) {
      locations.addAll(bySource.getOrDefault(sources.id(index), List.of()));
    }
    return locations;
  }

  /**
   * What is asked of each location, in seconds.
   *
   * @param earliest what was uploaded until then is from before the window
   * @param latest whoever had uploaded until then had uploaded all of the window
   * @param createdUntil who was created after it has nothing in the window
   */
  private record Question(long earliest, long latest, long createdUntil, Instant askedAt) {}

  private boolean hasCome(List<Uploading> locations, Question question) {
    for (Uploading location : locations) {
      if (location.upload() > question.earliest()
          && location.created() <= question.createdUntil()) {
        long before = location.known().at(question.askedAt().getEpochSecond());
        if (before < location.upload() && before < question.latest()) {
          return true;
        }
      }
    }
    return false;
  }
}
