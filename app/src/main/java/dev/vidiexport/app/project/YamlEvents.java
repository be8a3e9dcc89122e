package dev.vidiexport.app.project;

import dev.vidiexport.domain.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the events of one YAML document, and refuses what a project file does not need and a
 * hostile one would use: aliases, anchors, tags, more documents, and depth. Nothing is built of
 * what is refused, so no file grows in memory, or fills the stack.
 */
final class YamlEvents {
  /** A good file has four levels. */
  private static final int DEEPEST = 10;

  private static final int MOST_CHARACTERS = 200;

  private final ProjectProblems problems;
  private final List<Event> events = new ArrayList<>();
  private int depth;
  private int documents;
  private boolean isRefused;

  private YamlEvents(ProjectProblems problems) {
    this.problems = problems;
  }

  /** The events of the document's value; empty, and a problem, where there is none to be built. */
  static Optional<List<Event>> of(String text, ProjectProblems problems) {
    YamlEvents reading = new YamlEvents(problems);
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(ProjectSource.MOST_BYTES)
            .build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (!reading.take(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException notYaml) {
      problems.add(line(notYaml), told(notYaml));
      return Optional.empty();
    } catch (YamlEngineException | IllegalArgumentException notYaml) {
      // What the parser asks of numbers within escapes, it says without a place.
      problems.add(1, "The file is not YAML that can be read.");
      return Optional.empty();
    }
    if (reading.events.isEmpty()) {
      problems.add(1, "The file is empty. A new one is made by vidiexport init.");
    }
    return reading.events.isEmpty() || reading.isRefused
        ? Optional.empty()
        : Optional.of(reading.events);
  }

  /** The line on which something begins, from 1 on. */
  static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** Whether it makes sense to go on. */
  private boolean take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> documents++;
      case MappingStart, SequenceStart -> depth++;
      case MappingEnd, SequenceEnd -> depth--;
      case Alias -> {
        problems.add(
            line(event), "Aliases (*) are refused. Write the value out, or put it into defaults.");
        isRefused = true;
      }
      case Scalar, Comment, DocumentEnd, StreamStart, StreamEnd -> {}
    }
    if (documents > 1) {
      problems.add(line(event), "The file must have one document, but here a second one begins.");
      return false;
    }
    if (depth > DEEPEST) {
      problems.add(line(event), "The file must not be deeper than %s levels.".formatted(DEEPEST));
      return false;
    }
    if (event instanceof NodeEvent node) {
      refuseMarked(node);
    }
    if (isPartOfValue(event)) {
      events.add(event);
    }
    return true;
  }

  private static boolean isPartOfValue(Event event) {
    return switch (event.getEventId()) {
      case Scalar, MappingStart, MappingEnd, SequenceStart, SequenceEnd -> true;
      case Alias, Comment, DocumentStart, DocumentEnd, StreamStart, StreamEnd -> false;
    };
  }

  private void refuseMarked(NodeEvent node) {
    Optional<String> tag =
        node instanceof ScalarEvent scalar
            ? scalar.getTag()
            : node instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    if (tag.isPresent()) {
      problems.add(line(node), "Tags (!) are refused. Write the value alone.");
    }
    if (node.getAnchor().isPresent() && node.getEventId() != Event.ID.Alias) {
      problems.add(
          line(node), "Anchors (&) are refused. What all exports have goes into defaults.");
    }
  }

  private static int line(MarkedYamlEngineException notYaml) {
    return notYaml.getProblemMark().or(notYaml::getContextMark).map(Mark::getLine).orElse(0) + 1;
  }

  /** Of the words of the parser only those that quote nothing of the file. */
  private static String told(MarkedYamlEngineException notYaml) {
    String problem = String.valueOf(notYaml.getProblem());
    if (problem.contains("TAB")) {
      return "The file is not YAML: tabs cannot indent, only spaces can.";
    }
    if (problem.contains("tag")) {
      return "Tags (!) are refused. Write the value alone.";
    }
    String context = notYaml.getContext();
    return "The file is not YAML: %s."
        .formatted(
            CleanText.of(
                context == null || context.contains("tag") ? problem : context + ", " + problem,
                MOST_CHARACTERS));
  }
}
