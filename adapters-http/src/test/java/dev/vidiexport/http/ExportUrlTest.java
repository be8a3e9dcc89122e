package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.ExportRequest;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ExportUrlTest {
  private static final BaseUrl BASE_URL = BaseUrl.parse("https://host.example/a%20prefix");

  @Test
  void isReadableAndHoldsNoCredentials() {
    assertThat(ExportUrl.of(BASE_URL, WorkedExample.REQUEST, false))
        .isEqualTo("https://host.example/a%20prefix/api/v1/data/?" + WorkedExample.QUERY);
  }

  @Test
  void asksForARebuildOnlyWhenToldTo() {
    assertThat(ExportUrl.of(BASE_URL, WorkedExample.REQUEST, true)).endsWith("&force_rebuild=1");
  }

  @Test
  void keepsAnArgumentThatIsPresentAndEmpty() {
    ExportRequest request = with("1", Optional.of(""));

    assertThat(ExportUrl.of(BASE_URL, request, false)).endsWith("&extrapolation_amount=");
  }

  @Test
  void encodesOnceWhateverCouldEndAValue() {
    ExportRequest request = with("a b+c&force_rebuild=1#%41é\"'<>|", Optional.empty());

    assertThat(ExportUrl.of(BASE_URL, request, false))
        .endsWith("&content_ids=a%20b%2Bc%26force_rebuild%3D1%23%2541%C3%A9%22%27%3C%3E%7C");
  }

  @Test
  void readsBackAsItWasGiven() {
    Property.holds(
        500,
        random -> {
          StringBuilder value = new StringBuilder("x");
          random.ints(random.nextInt(20), 1, 0xD800).forEach(value::appendCodePoint);

          HttpUrl url =
              HttpUrl.get(ExportUrl.of(BASE_URL, with(value.toString(), Optional.empty()), false));

          assertThat(url.queryParameter("content_ids")).isEqualTo(value.toString());
          assertThat(url.querySize()).isEqualTo(6);
        });
  }

  private static ExportRequest with(String contentId, Optional<String> extrapolationAmount) {
    ExportRequest sample = WorkedExample.REQUEST;
    return new ExportRequest(
        sample.dataType(),
        sample.timeResolution(),
        sample.start(),
        sample.end(),
        sample.sources(),
        false,
        List.of(contentId),
        Optional.empty(),
        extrapolationAmount);
  }
}
