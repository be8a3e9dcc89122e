package dev.vidiexport.app.cli;

/** Options are named as VidiCenter names its arguments, with hyphens. */
final class OptionNames {
  private OptionNames() {}

  /** The option of an argument: {@code --location-tags} of {@code location_tags}. */
  static String ofArgument(String argument) {
    return "--" + argument.replace('_', '-');
  }
}
