package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.SeenUpload;
import java.util.HashMap;
import java.util.Map;

/**
 * What was known of the last upload of each location at any moment. Immutable. It takes eight bytes
 * for each time that another last upload was seen of a location: 2,000 locations, looked at once a
 * day for ten years, take 58 MB.
 */
public final class UploadTimeline {
  /** Of which nothing is known. */
  public static final UploadTimeline EMPTY = new Builder().build();

  private static final SeenTimes NOTHING = new SeenTimes();

  private final Map<Long, SeenTimes> byLocation;

  private UploadTimeline(Map<Long, SeenTimes> byLocation) {
    this.byLocation = byLocation;
  }

  /** The last uploads of a location, as they were known at any moment. */
  SeenTimes of(long location) {
    return byLocation.getOrDefault(location, NOTHING);
  }

  /** Collects what was seen. For one thread, and for one timeline. */
  public static final class Builder {
    private final Map<Long, SeenTimes> byLocation = new HashMap<>();

    /** Begins without anything. */
    public Builder() {}

    /**
     * Takes what was seen of a location from a moment on. Locations that no request can name are
     * left out.
     *
     * @throws IllegalArgumentException when it is before what was taken of that location last
     */
    public void add(SeenUpload seen) {
      long location = AskableId.of(seen.location());
      if (location != AskableId.NONE) {
        byLocation
            .computeIfAbsent(location, id -> new SeenTimes())
            .add(seen.seenAt().getEpochSecond(), UploadSeconds.of(seen.lastUpload()));
      }
    }

    /** What has been taken. */
    public UploadTimeline build() {
      return new UploadTimeline(byLocation);
    }
  }
}
