package dev.vidiexport.domain.rules;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.text.QuotedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ids of the sources that an export is asked for (VidiCenter data export, Sources). */
final class SourceRules {
  /** Leading zeros do no harm; nineteen digits after them may still be more than a long holds. */
  private static final Pattern ID = Pattern.compile("0*([1-9][0-9]{0,18})");

  private final Violations violations;
  private final ListRules lists;

  SourceRules(Violations violations) {
    this.violations = violations;
    lists = new ListRules(violations);
  }

  /** The ids by kind; what is not good is left out, with a violation. */
  Map<SourceKind, List<Long>> read(Map<SourceKind, List<String>> given) {
    if (given.isEmpty()) {
      violations.add(
          "locations",
          "must be given if no other source is: at least one is needed of " + allKinds());
    }
    Map<SourceKind, List<Long>> sources = new EnumMap<>(SourceKind.class);
    given.forEach(
        (kind, texts) ->
            lists
                .items(kind.argument(), texts)
                .ifPresent(items -> sources.put(kind, ids(kind, items))));
    return sources;
  }

  private List<Long> ids(SourceKind kind, List<String> items) {
    List<Long> ids = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String item : items) {
      long id = id(item);
      if (id > 0) {
        ids.add(id);
      } else {
        wrong.add(item);
      }
    }
    if (!wrong.isEmpty()) {
      String others = wrong.size() == 1 ? "" : " and %s more".formatted(wrong.size() - 1);
      violations.add(
          kind.argument(),
          "must be ids, which are whole numbers from 1 to %s, but found %s%s%s"
              .formatted(Long.MAX_VALUE, QuotedText.of(wrong.get(0)), others, hint(kind)));
    }
    return ids;
  }

  /** Only tags have labels that look like what is to be written. */
  private static String hint(SourceKind kind) {
    return kind == SourceKind.LOCATION_TAGS || kind == SourceKind.SITE_TAGS
        ? "; tags are given by id, not by label, and the command locations lists both"
        : "";
  }

  /** The id, or 0 if the text is not one. */
  private static long id(String text) {
    Matcher matcher = ID.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    try {
      return Long.parseLong(matcher.group(1));
    } catch (NumberFormatException beyondLong) {
      return 0;
    }
  }

  private String allKinds() {
    return Arrays.stream(SourceKind.values())
        .map(kind -> violations.nameOf(kind.argument()))
        .collect(joining(", "));
  }
}
