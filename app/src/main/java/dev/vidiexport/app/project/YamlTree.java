package dev.vidiexport.app.project;

import dev.vidiexport.app.project.YamlValue.Entry;
import dev.vidiexport.app.project.YamlValue.Kind;
import dev.vidiexport.app.project.YamlValue.Mapping;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.app.project.YamlValue.Sequence;
import dev.vidiexport.domain.text.QuotedText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Builds the values of one document of its events, which have been checked and are not deep. */
final class YamlTree {
  private final Iterator<Event> events;
  private final ProjectProblems problems;
  private final ScalarResolver resolver = new CoreScalarResolver(false);

  private YamlTree(List<Event> events, ProjectProblems problems) {
    this.events = events.iterator();
    this.problems = problems;
  }

  /** The value of a document; empty, and a problem, where the text is no YAML that is taken. */
  static Optional<YamlValue> of(String text, ProjectProblems problems) {
    return YamlEvents.of(text, problems)
        .map(
            events -> {
              YamlTree tree = new YamlTree(events, problems);
              return tree.value(tree.events.next());
            });
  }

  private YamlValue value(Event event) {
    return switch (event.getEventId()) {
      case SequenceStart -> sequence(event);
      case MappingStart -> mapping(event);
      default -> scalar((ScalarEvent) event);
    };
  }

  private Scalar scalar(ScalarEvent event) {
    Tag tag = resolver.resolve(event.getValue(), event.isPlain());
    Kind kind =
        !event.isPlain()
            ? Kind.TEXT
            : tag.equals(Tag.NULL)
                ? Kind.NOTHING
                : tag.equals(Tag.BOOL)
                    ? Kind.TRUTH
                    : tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Kind.NUMBER : Kind.TEXT;
    return new Scalar(YamlEvents.line(event), event.getValue(), kind);
  }

  private Sequence sequence(Event start) {
    List<YamlValue> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(value(next));
    }
    return new Sequence(YamlEvents.line(start), items);
  }

  private Mapping mapping(Event start) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      int line = YamlEvents.line(next);
      YamlValue key = value(next);
      Entry entry = new Entry(line, value(events.next()));
      if (key instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
        put(entries, scalar.text(), entry);
      } else {
        problems.add(line, "A key must be a text, but is %s.".formatted(key.described()));
      }
    }
    return new Mapping(YamlEvents.line(start), entries);
  }

  private void put(Map<String, Entry> entries, String key, Entry entry) {
    Entry first = entries.putIfAbsent(key, entry);
    if (key.equals("<<")) {
      problems.add(
          entry.line(), "Merge keys (<<) are refused. What all exports have goes into defaults.");
    } else if (first != null) {
      problems.add(
          entry.line(),
          "The key %s is there twice, first on line %s. Remove one of them."
              .formatted(QuotedText.of(key), first.line()));
    }
  }
}
