package dev.vidiexport.http.calls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.MessageRules;
import dev.vidiexport.http.WorkedExample;
import dev.vidiexport.http.answers.RemoteText;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.ByteString;
import retrofit2.Response;

/**
 * Whatever an answer says that is no 200, it ends the call in words that can be shown. An input is
 * a line with the status, a line with the reason, one with the type of the content, one with where
 * it redirects to, and the body.
 */
class ErrorEnvelopeFuzzTest {
  private static final HttpUrl BASE_URL = HttpUrl.get("https://vidicenter.example.com/");
  private final StatusCheck statuses =
      new StatusCheck(
          BASE_URL.host(),
          new RemoteText(WorkedExample.CREDENTIALS::hiddenIn),
          WorkedExample.CLOCK);

  @FuzzTest(maxDuration = "60s")
  void tellsOfAnyError(byte[] input) {
    String[] parts = new String(input, ISO_8859_1).split("\n", 5);
    if (parts.length < 5 || !parts[0].matches("[3-5][0-9][0-9]")) {
      return;
    }
    try {
      statuses.check(response(parts));
      throw new AssertionError("Took " + parts[0] + " for an answer");
    } catch (TroubleException failure) {
      MessageRules.checked(failure.trouble().reason());
    } catch (ExportException failure) {
      assertThat(failure.kind()).isNotEqualTo(FailureKind.DEFECT);
      MessageRules.checked(failure.getMessage());
    }
  }

  private static Response<Object> response(String[] parts) {
    ByteString body = ByteString.of(parts[4].getBytes(ISO_8859_1));
    okhttp3.Response raw =
        new okhttp3.Response.Builder()
            .request(new Request.Builder().url(BASE_URL).build())
            .protocol(Protocol.HTTP_1_1)
            .code(Integer.parseInt(parts[0]))
            .message(new String(parts[1].getBytes(ISO_8859_1), UTF_8))
            .headers(new Headers.Builder().addUnsafeNonAscii("Location", parts[3]).build())
            .build();
    return Response.error(ResponseBody.create(body, MediaType.parse(parts[2])), raw);
  }
}
