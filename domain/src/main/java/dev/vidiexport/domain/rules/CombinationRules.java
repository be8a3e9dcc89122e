package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.catalogue.TypeSpecificArgument.GROUP_BY_DEMOGRAPHICS;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.catalogue.TypeSpecificArgument;
import dev.vidiexport.domain.request.TimeResolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that a data type can be asked for in the way it is. */
final class CombinationRules {
  private final DataCatalogue catalogue;
  private final Violations violations;

  CombinationRules(DataCatalogue catalogue, Violations violations) {
    this.catalogue = catalogue;
    this.violations = violations;
  }

  /**
   * Checks all that the data type limits.
   *
   * @param resolution empty where none could be read
   * @param given the particular arguments that the user gave, good or not
   */
  void check(DataType type, Optional<TimeResolution> resolution, Set<TypeSpecificArgument> given) {
    resolution.ifPresent(known -> new ResolutionRules(violations).checkAllowed(type, known));
    given.forEach(argument -> checkTaken(type, argument));
    if (given.contains(GROUP_BY_DEMOGRAPHICS) && type.takes(GROUP_BY_DEMOGRAPHICS)) {
      resolution.ifPresent(known -> checkGrouping(type, known));
    }
  }

  private void checkTaken(DataType type, TypeSpecificArgument argument) {
    if (!type.takes(argument)) {
      List<String> takers = catalogue.namesTaking(argument);
      violations.addUnknown(
          argument.argument(),
          "must not be given for data type %s, but only for %s"
              .formatted(type.name(), String.join(", ", takers)));
    }
  }

  private void checkGrouping(DataType type, TimeResolution resolution) {
    // A resolution that the type does not have is told of already.
    if (type.resolutions().contains(resolution) && !type.allows(resolution, true)) {
      violations.addUnknown(
          GROUP_BY_DEMOGRAPHICS.argument(),
          "must not be given with %s %s, whose rows are not aggregated"
              .formatted(violations.nameOf("time_resolution"), resolution.argument()));
    }
  }
}
