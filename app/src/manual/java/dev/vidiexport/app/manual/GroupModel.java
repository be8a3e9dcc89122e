package dev.vidiexport.app.manual;

import java.util.List;

/**
 * Options of a command that are about the same.
 *
 * @param heading what they are about
 */
public record GroupModel(String heading, List<OptionModel> options) {
  public GroupModel {
    options = List.copyOf(options);
  }
}
