package dev.vidiexport.http.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonReader;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.http.MessageRules;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import okio.Buffer;

/** Whatever a list of locations holds, it is read to a known end, and shown as clean JSON. */
class ListReaderFuzzTest {
  private final ListReader reader =
      new ListReader(new RemoteText(WorkedExample.CREDENTIALS::hiddenIn));

  @FuzzTest(maxDuration = "60s")
  void readsAnyList(byte[] body) throws IOException {
    AnswerBody answer = new AnswerBody(new Buffer().write(body));
    try {
      for (Location location : reader.read(answer, "", ListKind.LOCATIONS)) {
        String json = MessageRules.printable(location.json());
        assertThat(new Buffer().writeUtf8(json)).satisfies(ListReaderFuzzTest::isOneValue);
      }
    } catch (ExportException failure) {
      assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN);
      MessageRules.checked(failure.getMessage());
    } catch (IOException cut) {
      assertThat(cut).isInstanceOf(CutAnswerException.class);
    }
  }

  private static void isOneValue(Buffer json) throws IOException {
    JsonReader again = JsonReader.of(json);
    again.skipValue();
    assertThat(again.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
  }
}
