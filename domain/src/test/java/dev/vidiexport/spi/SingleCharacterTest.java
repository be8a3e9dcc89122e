package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SingleCharacterTest {
  private final OptionKind any = new OptionKind.SingleCharacter();
  private final OptionKind delimiter = new OptionKind.SingleCharacter("\"\r\n");

  @Test
  void takesOneCharacterOrTheWordTab() {
    assertThat(any.problemWith(";")).isEmpty();
    assertThat(any.problemWith("\"")).isEmpty();
    assertThat(any.problemWith("tab")).isEmpty();
    assertThat(delimiter.problemWith("|")).isEmpty();
    assertThat(delimiter.problemWith("tab")).isEmpty();
  }

  @Test
  void refusesNoneAndSeveralCharacters() {
    assertThat(any.problemWith("")).contains("must be one character or tab, but was \"\"");
    assertThat(any.problemWith("::")).contains("must be one character or tab, but was \"::\"");
  }

  @Test
  void refusesHalfASurrogatePairWhichNoFileCouldHold() {
    assertThat(any.problemWith("\uD83D")).isPresent();
  }

  @Test
  void refusesTheCharactersThatTheOptionNamesAndListsThem() {
    assertThat(delimiter.problemWith("\r")).isPresent();
    assertThat(delimiter.problemWith("\n")).isPresent();
    assertThat(delimiter.problemWith("\""))
        .contains("must be one character or tab, no quote and no line break, but was \"\"\"");
  }
}
