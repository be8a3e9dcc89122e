package dev.vidiexport.domain.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the codes of a column mean (VidiCenter data export, Codes). Immutable. */
final class CodeLabels {
  private static final List<String> AGES =
      List.of("unknown", "child", "young adult", "adult", "senior");

  private static final Map<String, List<String>> BY_KEY =
      Map.of(
          "gender", List.of("unknown", "male", "female"),
          "age", AGES,
          "age_bracket", AGES,
          "type", List.of("unknown", "car", "bus", "truck or SUV", "van", "bike"),
          "color", List.of("unknown", "white", "gray", "yellow", "red", "green", "blue", "black"));

  /** The keys that hold codes, in the order in which their labels stand. */
  static final List<String> KEYS = List.of("gender", "age", "age_bracket", "type", "color");

  private final byte[][] labels;

  private CodeLabels(List<String> labels) {
    this.labels = labels.stream().map(label -> label.getBytes(UTF_8)).toArray(byte[][]::new);
  }

  /** The labels of a key; empty where it holds no codes. */
  static Optional<CodeLabels> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key)).map(CodeLabels::new);
  }

  /** What a code means, as UTF-8; the digits of one that is not known. */
  byte[] label(long code) {
    return code >= 0 && code < labels.length
        ? labels[(int) code]
        : Long.toString(code).getBytes(UTF_8);
  }
}
