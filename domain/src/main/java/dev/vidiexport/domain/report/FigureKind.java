package dev.vidiexport.domain.report;

/** The figures that stand at the head of a report. */
public enum FigureKind {
  /** People who looked at the screen. */
  WATCHERS("watchers"),
  /** People who passed by. */
  OTS("ots"),
  /** Watchers by people who passed by, from 0 on. */
  CONVERSION("conversion"),
  /** For how long a watcher stayed, in seconds. */
  DWELL_SECONDS("dwell_seconds"),
  /** For how long a watcher looked, in seconds. */
  ATTENTION_SECONDS("attention_seconds"),
  /** Attention by dwell, from 0 to 1. */
  ATTENTION_SHARE("attention_share"),
  /** How many places have a figure. */
  PLACES("places"),
  /** How many periods of places have a figure. */
  MEASURED("measured"),
  /** How many there should be. */
  EXPECTED("expected"),
  /** The part that was measured, from 0 to 1. */
  COVERAGE("coverage"),
  /** People on foot. */
  FOOTFALL("footfall"),
  /** Vehicles. */
  VEHICLES("vehicles");

  private final String word;

  FigureKind(String word) {
    this.word = word;
  }

  /** What a page and a workbook call it, in every language. */
  public String word() {
    return word;
  }

  /** The figure that is the sum of a count. */
  public static FigureKind of(CountKind kind) {
    return switch (kind) {
      case WATCHERS -> WATCHERS;
      case OTS -> OTS;
      case FOOTFALL -> FOOTFALL;
      case VEHICLES -> VEHICLES;
    };
  }
}
