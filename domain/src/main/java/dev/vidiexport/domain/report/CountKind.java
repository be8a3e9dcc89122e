package dev.vidiexport.domain.report;

/** What cameras count. Of several, the first that there is gives a report its main figure. */
public enum CountKind {
  /** People who looked at the screen. */
  WATCHERS("watchers"),
  /** Opportunities to see: people who passed by. */
  OTS("ots"),
  /** People on foot. */
  FOOTFALL("footfall"),
  /** Vehicles. */
  VEHICLES("vehicles");

  private final String word;

  CountKind(String word) {
    this.word = word;
  }

  /** What tables and figures call it, in every language. */
  public String word() {
    return word;
  }
}
