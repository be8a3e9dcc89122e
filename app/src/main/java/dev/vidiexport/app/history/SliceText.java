package dev.vidiexport.app.history;

import dev.vidiexport.app.console.MessageFields;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.text.NumberText;
import java.util.stream.Collectors;

/** Slices for people. */
final class SliceText {
  private static final int MOST_IDS = 5;

  private SliceText() {}

  /** {@code viewers_hourly 2024-01-01 (2 locations: 1056,1057)}. */
  static String of(SliceKey key) {
    return "%s %s (%s)".formatted(key.export(), key.window().label(), sources(key.sources()));
  }

  /** {@code 2 locations: 1056,1057}; of many sources the first ones. */
  static String sources(SourceSet sources) {
    String ids =
        sources
            .ids()
            .limit(MOST_IDS)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(",", "", sources.size() > MOST_IDS ? ",..." : ""));
    return "%s: %s".formatted(counted(sources), ids);
  }

  private static String counted(SourceSet sources) {
    String plural = sources.kind().argument().replace('_', ' ');
    String word = sources.size() == 1 ? plural.substring(0, plural.length() - 1) : plural;
    return NumberText.of(sources.size()) + " " + word;
  }

  /** The same for programs. */
  static MessageFields fields(SliceKey key) {
    return MessageFields.ofSlice(key.export(), key.window().label());
  }
}
