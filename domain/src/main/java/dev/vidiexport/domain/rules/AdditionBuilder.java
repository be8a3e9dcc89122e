package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.AdditionRules;
import dev.vidiexport.domain.enrichment.BaseKeys;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be added to the rows of an export, and tells all that is wrong with it at once.
 * For one thread.
 */
public final class AdditionBuilder {
  private static final String WITH = "with";
  private static final String TIME_ZONE = "time_zone";
  private static final String TIME_ZONES = "time_zones";

  private final DataCatalogue catalogue;
  private UnaryOperator<String> naming = UnaryOperator.identity();
  private @Nullable List<String> words;
  private Set<String> passedOver = Set.of();
  private @Nullable String timeZone;
  private @Nullable String zoneLines;
  private boolean areZoneLinesInherited;
  private boolean zonesServeOtherwise;
  private boolean zonesAreRefused;

  public AdditionBuilder(DataCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** How messages call an argument. */
  public AdditionBuilder naming(UnaryOperator<String> value) {
    naming = value;
    return this;
  }

  /** The words for what is wanted, comma-separated in each text; null where nothing is. */
  public AdditionBuilder with(@Nullable List<String> value) {
    words = value;
    return this;
  }

  /** Words that are passed over where they add nothing, because they are wanted of all exports. */
  public AdditionBuilder passingOver(Set<String> value) {
    passedOver = Set.copyOf(value);
    return this;
  }

  /** The zone of all places that have none of their own; null where none was given. */
  public AdditionBuilder timeZone(@Nullable String value) {
    timeZone = value;
    return this;
  }

  /** Lines that name the zones of places; null where there are none. */
  public AdditionBuilder zoneLines(@Nullable String value) {
    zoneLines = value;
    return this;
  }

  /** The lines are those of all exports, which may be about others. */
  public AdditionBuilder zoneLinesAreInherited() {
    areZoneLinesInherited = true;
    return this;
  }

  /** Zones may be there although no times in UTC are wanted: they serve something else, too. */
  public AdditionBuilder zonesServeOtherwise() {
    zonesServeOtherwise = true;
    return this;
  }

  /** Zones were given that cannot be taken, which is told elsewhere. */
  public AdditionBuilder zonesAreRefused() {
    zonesAreRefused = true;
    return this;
  }

  /**
   * What is to be added to an export.
   *
   * @param dataType as it is asked for; known or not
   * @param namesDecide whether the catalogue is not asked which keys the rows have
   * @throws InvalidRequestException with all that is wrong, when anything is
   */
  public RequestedAdditions build(
      String dataType, TimeResolution resolution, boolean grouped, boolean namesDecide) {
    Violations violations = new Violations(naming);
    BaseKeys baseKeys = BaseKeys.of(catalogue, dataType, resolution, grouped, namesDecide);
    Set<Addition> additions = additions(violations);
    boolean areWordsGood = !violations.areThere();
    requireUse(additions, baseKeys, dataType, resolution, violations);
    PlaceZones zones = zones(violations);
    if (areWordsGood) {
      checkZones(additions, baseKeys, violations);
    }
    violations.throwIfAny();
    return new RequestedAdditions(
        additions, baseKeys, additions.contains(Addition.UTC) ? zones : PlaceZones.NONE);
  }

  /**
   * Looks only at what does not depend on the export, because that is not known.
   *
   * @throws InvalidRequestException with all that is wrong, when anything is
   */
  public void check() {
    Violations violations = new Violations(naming);
    zones(violations);
    additions(violations);
    violations.throwIfAny();
  }

  private Set<Addition> additions(Violations violations) {
    Set<Addition> additions = EnumSet.noneOf(Addition.class);
    for (String word : new ListRules(violations).items(WITH, words).orElse(List.of())) {
      Addition.find(word)
          .ifPresentOrElse(
              additions::add,
              () ->
                  violations.add(
                      WITH,
                      "must be some of %s, but was %s%s"
                          .formatted(
                              String.join(", ", Addition.words()),
                              QuotedText.of(word),
                              SpellingHints.didYouMean(
                                  SpellingSuggestion.nearest(word, Addition.words())))));
    }
    return additions;
  }

  private void requireUse(
      Set<Addition> additions,
      BaseKeys baseKeys,
      String dataType,
      TimeResolution resolution,
      Violations violations) {
    Set<Addition> useless = EnumSet.noneOf(Addition.class);
    useless.addAll(AdditionRules.useless(additions, baseKeys));
    additions.removeIf(
        addition -> useless.contains(addition) && passedOver.contains(addition.word()));
    useless.retainAll(additions);
    for (Addition addition : useless) {
      violations.addUnknown(
          WITH,
          "must add something, but %s adds nothing to %s at %s"
              .formatted(addition.word(), QuotedText.of(dataType), resolution.argument()));
    }
  }

  /** Which zones are needed depends on the words. */
  private void checkZones(Set<Addition> additions, BaseKeys baseKeys, Violations violations) {
    boolean isUtcWanted = additions.contains(Addition.UTC);
    if (isUtcWanted && timeZone == null && zoneLines == null && !zonesAreRefused) {
      violations.add(
          WITH,
          "must come with %s or %s when it has utc: VidiCenter knows no time zones"
              .formatted(violations.nameOf(TIME_ZONE), violations.nameOf(TIME_ZONES)));
    }
    if (!isUtcWanted && !zonesServeOtherwise) {
      refuse(TIME_ZONE, timeZone, violations);
      refuse(TIME_ZONES, zoneLines, violations);
    }
    if (isUtcWanted && zoneLines != null && AdditionRules.isEverywhere(baseKeys)) {
      checkLinesWithoutPlaces(violations);
    }
  }

  /** Lines that are there for all exports are passed over, where a zone is given, too. */
  private void checkLinesWithoutPlaces(Violations violations) {
    if (!areZoneLinesInherited || timeZone == null) {
      violations.add(
          TIME_ZONES,
          "must not be given for rows that name no place: take %s alone"
              .formatted(violations.nameOf(TIME_ZONE)));
    }
  }

  private static void refuse(String argument, @Nullable String given, Violations violations) {
    if (given != null) {
      violations.add(argument, "is only for %s utc".formatted(violations.nameOf(WITH)));
    }
  }

  private PlaceZones zones(Violations violations) {
    Optional<ZoneId> zone = new ZoneRules(violations).read(timeZone);
    return zoneLines == null
        ? zone.map(PlaceZones::everywhere).orElse(PlaceZones.NONE)
        : new ZoneLines(TIME_ZONES, violations).read(zoneLines, zone);
  }
}
