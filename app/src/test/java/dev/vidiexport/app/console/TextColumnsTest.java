package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextColumnsTest {
  @Test
  void alignsWhatATerminalShows() {
    String table =
        TextColumns.of(
            List.of(
                List.of("ID", "LABEL", "ACTIVE"),
                List.of("1", "銀座", "yes"),
                List.of("22", "Cafe\u0301", "no"),
                List.of("333", "😀!", "")));

    assertThat(table)
        .isEqualTo(
            """
            ID   LABEL  ACTIVE
            1    銀座   yes
            22   Cafe\u0301   no
            333  😀!""");
  }

  @Test
  void takesTextsAsTheyAre() {
    assertThat(TextColumns.of(List.of(List.of("A"), List.of("@|bold b|@")))).endsWith("@|bold b|@");
  }

  @Test
  void endsNoLineWithSpaces() {
    assertThat(TextColumns.of(List.of(List.of("A", "B"), List.of("", "")))).isEqualTo("A  B\n");
  }
}
