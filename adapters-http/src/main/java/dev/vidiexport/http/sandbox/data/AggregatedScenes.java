package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Place;
import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/**
 * The rows of an aggregated export: one for each period that begins in the range, which is closed
 * at both ends, and each place of which something is known; and within that, one for each item and
 * each demographic group, if the rows are broken down that far.
 */
final class AggregatedScenes {
  private final Question question;
  private final List<Place> places;
  private final Traffic traffic;
  private final List<Integer> items;
  private final List<Demographics> groups;

  AggregatedScenes(Question question, List<Place> places, Traffic traffic) {
    this.question = question;
    this.places = places;
    this.traffic = traffic;
    this.items = items(question);
    boolean byGroup = question.keys().stream().anyMatch(key -> key.name().equals("gender"));
    this.groups = byGroup ? Demographics.GROUPS : List.of(Demographics.EVERYBODY);
  }

  private static List<Integer> items(Question question) {
    Breakdown breakdown = Breakdown.of(question.keys());
    List<Integer> items = new ArrayList<>();
    for (int item = 0; item < breakdown.items().size(); item++) {
      if (breakdown != Breakdown.CONTENT
          || question.contentIds().isEmpty()
          || question.contentIds().contains(breakdown.items().get(item))) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  Iterator<Scene> iterator() {
    return new Flattened<>(
        new Periods(),
        period -> new Flattened<>(places.iterator(), place -> of(place, period).iterator()));
  }

  private List<Scene> of(Place place, LocalDateTime period) {
    double hours = question.resolution().hours(period);
    OptionalDouble measured = place.life().measured(period, hours);
    if (measured.isEmpty()) {
      return List.of();
    }
    Crowd crowd = traffic.crowd(place, period, hours).share(measured.getAsDouble());
    long chance = Chance.mix(traffic.chance(place), period.hashCode() * 31L + (long) (hours * 60));
    if (measured.getAsDouble() == 0 || traffic.isOff(place, period, hours)) {
      return List.of(new Scene(chance, place, period, crowd, Demographics.EVERYBODY, 0, false, 0));
    }
    List<Scene> scenes = new ArrayList<>(items.size() * groups.size());
    for (int item : items) {
      Crowd ofItem = crowd.share(1.0 / (1 + item));
      for (Demographics group : groups) {
        long own = Chance.mix(chance, item * 1000L + group.gender() * 10L + group.age());
        scenes.add(
            new Scene(own, place, period, ofItem.share(group.share()), group, item, true, 0));
      }
    }
    return scenes;
  }

  private final class Periods implements Iterator<LocalDateTime> {
    private LocalDateTime next = question.resolution().firstPeriod(question.start());

    @Override
    public boolean hasNext() {
      return !next.isAfter(question.end());
    }

    @Override
    public LocalDateTime next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      LocalDateTime period = next;
      next = question.resolution().nextPeriod(period);
      return period;
    }
  }
}
