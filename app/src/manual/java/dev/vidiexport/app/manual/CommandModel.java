package dev.vidiexport.app.manual;

import java.util.List;

/**
 * A command, or the program itself, as it is told to people and shells.
 *
 * @param name its name; that of the program for the program itself
 * @param summary what it does, in one sentence
 * @param arguments what may follow besides options
 * @param groups its options, each of them once
 * @param notes what its help says below the options, line by line, examples included
 */
public record CommandModel(
    String name,
    String summary,
    List<ArgumentModel> arguments,
    List<GroupModel> groups,
    List<String> notes) {
  public CommandModel {
    arguments = List.copyOf(arguments);
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }

  /** All options, group by group. */
  public List<OptionModel> options() {
    return groups.stream().flatMap(group -> group.options().stream()).toList();
  }
}
