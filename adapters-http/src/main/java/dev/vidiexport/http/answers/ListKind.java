package dev.vidiexport.http.answers;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.http.wire.LocationDto;
import dev.vidiexport.http.wire.NetworkDto;
import dev.vidiexport.http.wire.SiteDto;
import dev.vidiexport.http.wire.TagDto;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of VidiCenter's: what its objects are called, and how they are read.
 *
 * @param <D> an object as it is read
 * @param <T> the value that it becomes
 * @param noun the objects, for messages
 * @param adapter reads an object; takes no notice of members that it does not know
 * @param writtenId the id in it, as VidiCenter wrote it; null where there is none
 */
public record ListKind<D, T>(
    String noun,
    JsonAdapter<D> adapter,
    Function<D, @Nullable String> writtenId,
    Reading<D, T> reading) {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(String.class, new ScalarText()).build();

  public static final ListKind<NetworkDto, Network> NETWORKS =
      new ListKind<>(
          "networks", MOSHI.adapter(NetworkDto.class), NetworkDto::id, ListKind::network);
  public static final ListKind<SiteDto, Site> SITES =
      new ListKind<>("sites", MOSHI.adapter(SiteDto.class), SiteDto::id, ListKind::site);
  public static final ListKind<LocationDto, Location> LOCATIONS =
      new ListKind<>(
          "locations", MOSHI.adapter(LocationDto.class), LocationDto::id, ListKind::location);
  public static final ListKind<TagDto, Tag> TAGS =
      new ListKind<>("tags", MOSHI.adapter(TagDto.class), TagDto::id, ListKind::tag);

  /**
   * Makes the value of an object.
   *
   * @param <D> an object as it is read
   * @param <T> the value that it becomes
   */
  @FunctionalInterface
  interface Reading<D, T> {
    /** The value of an object with this id, which is this as a whole. */
    T value(D read, Id id, String json);
  }

  private static Network network(NetworkDto read, Id id, String json) {
    return new Network(id, text(read.label()), text(read.active()), json);
  }

  private static Site site(SiteDto read, Id id, String json) {
    return new Site(id, id(read.networkId()), text(read.label()), text(read.active()), json);
  }

  private static Location location(LocationDto read, Id id, String json) {
    return new Location(
        id,
        id(read.siteId()),
        text(read.label()),
        text(read.active()),
        text(read.lastUploadTimestamp()),
        text(read.creationDate()),
        text(read.lastTimezone()),
        json);
  }

  private static Tag tag(TagDto read, Id id, String json) {
    return new Tag(id, id(read.networkId()), text(read.label()), json);
  }

  private static Optional<Id> id(@Nullable String written) {
    return Optional.ofNullable(written).flatMap(Id::parse);
  }

  /** An empty text says as little as none. */
  private static Optional<String> text(@Nullable String written) {
    return Optional.ofNullable(written).filter(text -> !text.isEmpty());
  }
}
