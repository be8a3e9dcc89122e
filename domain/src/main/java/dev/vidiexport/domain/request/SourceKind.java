package dev.vidiexport.domain.request;

/** The kinds of source that an export can be asked for, each sent under its own name. */
public enum SourceKind {
  LOCATIONS("locations"),
  SITES("sites"),
  LOCATION_GROUPS("locationgroups"),
  SITE_GROUPS("sitegroups"),
  LOCATION_TAGS("location_tags"),
  SITE_TAGS("site_tags");

  private final String argument;

  SourceKind(String argument) {
    this.argument = argument;
  }

  /** VidiCenter's name of the argument. */
  public String argument() {
    return argument;
  }
}
