package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Place;
import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The rows of an export that is not aggregated: one for each person or vehicle. Who comes by in an
 * hour follows from the seed, the place and the hour, so that every range that holds the hour has
 * the same of them.
 */
final class FinestScenes {
  private static final double MICROS_OF_HOUR = 3_600_000_000.0;
  private static final long MICROS_OF_SECOND = 1_000_000;

  private final Question question;
  private final List<Place> places;
  private final Traffic traffic;
  private final List<Seen> seen;

  FinestScenes(Question question, List<Place> places, Traffic traffic) {
    this.question = question;
    this.places = places;
    this.traffic = traffic;
    this.seen = Seen.of(question.type());
  }

  Iterator<Scene> iterator() {
    LocalDateTime first = question.start().truncatedTo(ChronoUnit.HOURS);
    long hours = ChronoUnit.HOURS.between(first, question.end());
    return new Flattened<>(
        LongStream.rangeClosed(0, hours).mapToObj(first::plusHours).iterator(),
        hour -> new Flattened<>(places.iterator(), place -> of(place, hour).iterator()));
  }

  private List<Scene> of(Place place, LocalDateTime hour) {
    if (place.life().measured(hour, 1).orElse(0) == 0 || traffic.isOff(place, hour, 1)) {
      return List.of();
    }
    Crowd crowd = traffic.crowd(place, hour, 1);
    long ofHour =
        Chance.mix(traffic.chance(place), ChronoUnit.HOURS.between(LocalDateTime.MIN, hour));
    List<Scene> scenes = new ArrayList<>();
    for (int shape = 0; shape < seen.size(); shape++) {
      Seen object = seen.get(shape);
      long ofObject = Chance.mix(ofHour, object.name().hashCode());
      double expected = object.expectedIn(crowd);
      long count = (long) (expected + Chance.share(ofObject));
      for (long index = 1; index <= count; index++) {
        addInRange(scene(Chance.mix(ofObject, index), place, hour, shape), scenes);
      }
    }
    return scenes;
  }

  private static Scene scene(long chance, Place place, LocalDateTime hour, int shape) {
    long micros = (long) (Chance.share(Chance.mix(chance, 7)) * MICROS_OF_HOUR);
    if (Chance.onceIn(8, Chance.mix(chance, 8))) {
      micros -= micros % MICROS_OF_SECOND;
    }
    return new Scene(
        chance,
        place,
        hour.plus(micros, ChronoUnit.MICROS),
        Crowd.ONE,
        Demographics.of(Chance.mix(chance, 9)),
        Chance.below(Chance.mix(chance, 10), Breakdown.CONTENT.items().size()),
        true,
        shape);
  }

  private void addInRange(Scene scene, List<Scene> scenes) {
    boolean wanted =
        question.contentIds().isEmpty()
            || question.contentIds().contains(Breakdown.CONTENT.items().get(scene.item()));
    if (wanted
        && scene.place().life().holds(scene.time())
        && !scene.time().isBefore(question.start())
        && !scene.time().isAfter(question.end())) {
      scenes.add(scene);
    }
  }
}
