package dev.vidiexport.domain.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small topology. */
public final class SampleTopology {
  public static final Network METRO = new Network(id(11), label("Métro"), label("true"), "{}");
  public static final Site GARE =
      new Site(id(201), Optional.of(id(11)), label("Gare du Nord"), label("true"), "{}");
  public static final Site LOST =
      new Site(id(202), Optional.of(id(99)), Optional.empty(), Optional.empty(), "{}");
  public static final Location KIOSK = location(1057, 201, "Kiosk");
  public static final Location ENTRANCE = location(1056, 201, "Entrance");
  public static final Location WINDOW = location(1058, 202, "Window");
  public static final Location NOWHERE =
      new Location(
          id(9),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "{\"id\":9}");
  public static final Tag STREET = new Tag(id(301), Optional.of(id(11)), label("Street/1"), "{}");
  public static final Tag NAMELESS = new Tag(id(302), Optional.empty(), Optional.empty(), "{}");
  public static final Tag NORTH = new Tag(id(401), Optional.of(id(11)), label("north"), "{}");

  public static final Topology TOPOLOGY =
      new Topology(
          List.of(METRO),
          List.of(LOST, GARE),
          List.of(KIOSK, ENTRANCE, WINDOW, NOWHERE),
          List.of(NAMELESS, STREET),
          List.of(NORTH));

  public static final TagAssignments TAGGING =
      new TagAssignments(
          Map.of(id(1058), List.of("Street/1")), Map.of(id(201), List.of("north")), List.of());

  private SampleTopology() {}

  private static Location location(long id, long site, String label) {
    return new Location(
        id(id),
        Optional.of(id(site)),
        label(label),
        label("true"),
        Optional.of("2026-01-31T23:55:00"),
        Optional.of("2024-01-01T00:00:00"),
        Optional.of("3600"),
        "{}");
  }

  public static Id id(long digits) {
    return new Id(String.valueOf(digits));
  }

  private static Optional<String> label(String text) {
    return Optional.of(text);
  }
}
