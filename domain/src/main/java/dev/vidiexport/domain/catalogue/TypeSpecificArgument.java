package dev.vidiexport.domain.catalogue;

/** The arguments of an export that only some data types take. */
public enum TypeSpecificArgument {
  /** One row for each gender and age group; at aggregated resolutions only. */
  GROUP_BY_DEMOGRAPHICS("group_by_demographics"),
  /** The contents asked for. */
  CONTENT_IDS("content_ids"),
  /** How long a content lasts, in seconds. */
  AVERAGE_CONTENT_DURATION("average_content_duration"),
  /** Mandatory where it is taken; empty stands for the average. */
  EXTRAPOLATION_AMOUNT("extrapolation_amount");

  private final String argument;

  TypeSpecificArgument(String argument) {
    this.argument = argument;
  }

  /** VidiCenter's name of the argument. */
  public String argument() {
    return argument;
  }
}
