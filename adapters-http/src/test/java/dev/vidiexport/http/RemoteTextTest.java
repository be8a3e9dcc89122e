package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.http.answers.RemoteText;
import org.junit.jupiter.api.Test;

class RemoteTextTest {
  private final RemoteText remoteText = new RemoteText(WorkedExample.CREDENTIALS::hiddenIn);

  @Test
  void hidesEveryWritingOfTheToken() {
    String header = WorkedExample.CREDENTIALS.header();

    String shown =
        remoteText.show(
            "%s, %s, canary-7f3a9c%%2F%%2BToken!".formatted(header, WorkedExample.TOKEN), 200);

    assertThat(shown).isEqualTo("Basic (not shown), (not shown), (not shown)!");
  }

  @Test
  void hidesATokenThatTheEndOfTheTextCutsInTwo() {
    assertThat(remoteText.show("12345" + WorkedExample.TOKEN, 15)).isEqualTo("12345(not show…");
  }

  @Test
  void cleansWhatIsLeft() {
    assertThat(remoteText.show("a\u001b[0m", 200)).isEqualTo("a\\u{001B}[0m");
  }
}
