package dev.vidiexport.domain.audience;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.report.CountKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The data types of which there are reports (VidiCenter data export, Types of data). */
public enum AudienceType {
  VIEWERS("viewers"),
  OTS("ots"),
  FOOTFALL("footfall"),
  VEHICLES("vehicles"),
  VEHICLES_FOOTFALL("vehicles_footfall");

  private final String dataType;

  AudienceType(String dataType) {
    this.dataType = dataType;
  }

  /** VidiCenter's name of it. */
  public String dataType() {
    return dataType;
  }

  /** What its rows count, in the order of the kinds. */
  List<CountKind> counts() {
    return switch (this) {
      case VIEWERS -> List.of(CountKind.WATCHERS);
      case OTS -> List.of(CountKind.WATCHERS, CountKind.OTS);
      case FOOTFALL -> List.of(CountKind.FOOTFALL);
      case VEHICLES -> List.of(CountKind.VEHICLES);
      case VEHICLES_FOOTFALL -> List.of(CountKind.FOOTFALL, CountKind.VEHICLES);
    };
  }

  /** The type of that name, or that once had it; empty where there are no reports of it. */
  public static Optional<AudienceType> find(String dataType) {
    String name = DataCatalogue.documented().presentName(dataType).orElse(dataType);
    return Arrays.stream(values()).filter(type -> type.dataType.equals(name)).findFirst();
  }

  /** The names of all types, for people. */
  public static String names() {
    return Arrays.stream(values()).map(AudienceType::dataType).collect(joining(", "));
  }
}
