package dev.vidiexport.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingSuggestionTest {
  private static final List<String> FORMATS = List.of("csv", "json", "jsonl", "parquet");
  private static final List<String> OPTIONS =
      List.of("--output", "--overwrite", "--start", "--end", "--poll-interval", "--sites");

  @ParameterizedTest
  @CsvSource({
    "parqet, parquet",
    "PARQUET, parquet",
    "praquet, parquet",
    "parrquet, parquet",
    "cvs, csv",
    "jsn, json",
    "par, parquet",
    "jso, json"
  })
  void findsTheWordThatWasMeant(String word, String meant) {
    assertThat(SpellingSuggestion.nearest(word, FORMATS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "--ouput, --output",
    "--out, --output",
    "--strat, --start",
    "--poll_interval, --poll-interval",
    "--site, --sites"
  })
  void findsOptionsToo(String word, String meant) {
    assertThat(SpellingSuggestion.nearest(word, OPTIONS)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xml", "avro", "excel", "zzzzzzzzzzzzzzzzzzzz"})
  void staysSilentWhereNothingIsNear(String word) {
    assertThat(SpellingSuggestion.nearest(word, FORMATS)).isEmpty();
  }

  @Test
  void comparesNoWordThatNobodyTyped() {
    assertThat(SpellingSuggestion.nearest("csv".repeat(100_000), FORMATS)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquals() {
    assertThat(SpellingSuggestion.nearest("2d", List.of("1d", "7d"))).contains("1d");
    assertThat(SpellingSuggestion.nearest("2d", List.of("7d", "1d"))).contains("7d");
  }

  @Test
  void prefersTheSameWordInOtherCase() {
    assertThat(SpellingSuggestion.nearest("1H", List.of("1d", "1h"))).contains("1h");
  }

  @Test
  void staysSilentWithoutCandidates() {
    assertThat(SpellingSuggestion.nearest("csv", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, '', 3",
    "abc, acb, 1",
    "abc, abcd, 1",
    "abc, bc, 1",
    "abc, axc, 1",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void countsSlips(String left, String right, int slips) {
    assertThat(EditDistance.between(left, right)).isEqualTo(slips);
    assertThat(EditDistance.between(right, left)).isEqualTo(slips);
  }

  @Test
  void asksForTheWord() {
    assertThat(SpellingSuggestion.asQuestion("parquet")).isEqualTo(" Did you mean \"parquet\"?");
  }
}
